{{- define "event-jobs.name" -}}
{{- printf "%s" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "event-jobs.labels" -}}
app.kubernetes.io/name: event-jobs
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{/* What selects pods; takes a dict of root and component. */}}
{{- define "event-jobs.selector" -}}
app.kubernetes.io/name: event-jobs
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "event-jobs.image" -}}
{{- $image := .root.Values.image -}}
{{- $name := printf "%s-%s:%s" $image.prefix .name ($image.tag | default .root.Chart.AppVersion) -}}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $name }}
{{- end -}}

{{- define "event-jobs.serviceAccount" -}}
{{- $account := index .root.Values.serviceAccount .component -}}
{{- if $account.name }}{{ $account.name }}{{ else if $account.create }}{{ include "event-jobs.name" .root }}-{{ .component }}{{ else }}default{{ end }}
{{- end -}}

{{- define "event-jobs.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {{ .seccompProfile | default (dict "type" "RuntimeDefault") | toJson }}
{{- end -}}

{{- define "event-jobs.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "event-jobs.topologySpread" -}}
{{- if .root.Values.topologySpread.enabled }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: {{ .root.Values.topologySpread.topologyKey }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "event-jobs.selector" . | nindent 8 }}
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "event-jobs.selector" . | nindent 8 }}
{{- end }}
{{- end -}}

{{- define "event-jobs.javaOptions" -}}
{{- $oauth := .Values.kafka.sasl.oauth -}}
{{- if eq .Values.kafka.sasl.mechanism "OAUTHBEARER" -}}
{{- if $oauth.serviceAccountToken -}}
-Dorg.apache.kafka.sasl.oauthbearer.allowed.files=/var/run/event-jobs/kafka-token/token
{{- else -}}
-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls={{ $oauth.tokenEndpoint }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Kafka and the object store, as environment variables that Spring reads as properties. */}}
{{- define "event-jobs.serviceEnv" -}}
{{- $kafka := .Values.kafka -}}
{{- $store := .Values.objectStore -}}
- name: EVENT_JOBS_KAFKA
  value: {{ $kafka.bootstrapServers | quote }}
- name: EVENT_JOBS_KAFKA_TOPIC_PREFIX
  value: {{ $kafka.topicPrefix | quote }}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: {{ $kafka.securityProtocol }}
{{- if hasPrefix "SASL_" $kafka.securityProtocol }}
- name: SPRING_KAFKA_PROPERTIES_SASL_MECHANISM
  value: {{ $kafka.sasl.mechanism }}
{{- if eq $kafka.sasl.mechanism "OAUTHBEARER" }}
- name: SPRING_KAFKA_PROPERTIES_SASL_LOGIN_CALLBACK_HANDLER_CLASS
  value: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler
- name: SPRING_KAFKA_PROPERTIES_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL
  value: {{ ternary "file:///var/run/event-jobs/kafka-token/token" $kafka.sasl.oauth.tokenEndpoint $kafka.sasl.oauth.serviceAccountToken | quote }}
{{- end }}
- name: SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG
  {{- if $kafka.sasl.oauth.serviceAccountToken }}
  value: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;
  {{- else }}
  valueFrom:
    secretKeyRef: {name: {{ $kafka.sasl.existingSecret }}, key: {{ $kafka.sasl.jaasConfigKey }}}
  {{- end }}
{{- end }}
{{- if $kafka.tls.existingSecret }}
- name: SPRING_KAFKA_SSL_TRUST_STORE_TYPE
  value: PEM
- name: SPRING_KAFKA_SSL_TRUST_STORE_LOCATION
  value: file:/var/run/event-jobs/kafka-tls/{{ $kafka.tls.caKey }}
{{- if $kafka.tls.clientCertificate }}
- name: SPRING_KAFKA_SSL_KEY_STORE_TYPE
  value: PEM
- name: SPRING_KAFKA_SSL_KEY_STORE_CERTIFICATE_CHAIN
  valueFrom:
    secretKeyRef: {name: {{ $kafka.tls.existingSecret }}, key: tls.crt}
- name: SPRING_KAFKA_SSL_KEY_STORE_KEY
  valueFrom:
    secretKeyRef: {name: {{ $kafka.tls.existingSecret }}, key: tls.key}
{{- end }}
{{- end }}
{{- range $key, $value := $kafka.properties }}
- name: SPRING_KAFKA_PROPERTIES_{{ $key | replace "." "_" | upper }}
  value: {{ $value | quote }}
{{- end }}
- name: EVENT_JOBS_S3_ENDPOINT
  value: {{ $store.endpoint | quote }}
- name: EVENT_JOBS_S3_REGION
  value: {{ $store.region | quote }}
- name: EVENT_JOBS_S3_BUCKET
  value: {{ $store.bucket | quote }}
{{- if $store.tls.existingSecret }}
- name: EVENT_JOBS_S3_CA_CERTIFICATES
  value: /var/run/event-jobs/s3-tls/{{ $store.tls.caKey }}
{{- end }}
- name: EVENT_JOBS_S3_CREDENTIALS
  value: {{ $store.credentials }}
{{- if eq $store.credentials "keys" }}
- name: EVENT_JOBS_S3_ACCESS_KEY
  valueFrom:
    secretKeyRef: {name: {{ $store.existingSecret }}, key: {{ $store.accessKeyKey }}}
- name: EVENT_JOBS_S3_SECRET_KEY
  valueFrom:
    secretKeyRef: {name: {{ $store.existingSecret }}, key: {{ $store.secretKeyKey }}}
{{- else }}
- name: AWS_REGION
  value: {{ $store.region | quote }}
{{- if $store.stsEndpoint }}
- name: EVENT_JOBS_S3_STS_ENDPOINT
  value: {{ $store.stsEndpoint | quote }}
{{- end }}
{{- end }}
{{- with include "event-jobs.javaOptions" . }}
- name: EVENT_JOBS_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
- name: EVENT_JOBS_LOG_FORMAT
  value: {{ .Values.logFormat }}
{{- with .Values.tracing.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
- name: OTEL_TRACES_SAMPLER
  value: traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $.Values.tracing.ratio | quote }}
{{- end }}
{{- range $key, $value := .Values.settings }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* What a gateway and the bootstrap Job need besides. */}}
{{- define "event-jobs.gatewayEnv" -}}
- name: EVENT_JOBS_MONGODB
  valueFrom:
    secretKeyRef: {name: {{ .Values.mongodb.existingSecret }}, key: {{ .Values.mongodb.key }}}
{{- if .Values.mongodb.tls.existingSecret }}
- name: SPRING_MONGODB_SSL_BUNDLE
  value: mongodb
- name: SPRING_SSL_BUNDLE_PEM_MONGODB_TRUSTSTORE_CERTIFICATE
  value: file:/var/run/event-jobs/mongodb-tls/{{ .Values.mongodb.tls.caKey }}
{{- end }}
- name: EVENT_JOBS_KAFKA_PARTITIONS
  value: {{ .Values.kafka.partitions | quote }}
- name: EVENT_JOBS_KAFKA_COMMAND_PARTITIONS
  value: {{ .Values.kafka.commandPartitions | quote }}
- name: EVENT_JOBS_KAFKA_REPLICATION_FACTOR
  value: {{ .Values.kafka.replicationFactor | quote }}
{{ include "event-jobs.serviceEnv" . }}
{{- end -}}

{{- define "event-jobs.mounts" -}}
- {name: work, mountPath: /work}
{{- if .Values.kafka.tls.existingSecret }}
- {name: kafka-tls, mountPath: /var/run/event-jobs/kafka-tls, readOnly: true}
{{- end }}
{{- if .Values.mongodb.tls.existingSecret }}
- {name: mongodb-tls, mountPath: /var/run/event-jobs/mongodb-tls, readOnly: true}
{{- end }}
{{- if .Values.objectStore.tls.existingSecret }}
- {name: s3-tls, mountPath: /var/run/event-jobs/s3-tls, readOnly: true}
{{- end }}
{{- if .Values.kafka.sasl.oauth.serviceAccountToken }}
- {name: kafka-token, mountPath: /var/run/event-jobs/kafka-token, readOnly: true}
{{- end }}
{{- end -}}

{{- define "event-jobs.volumes" -}}
{{- if .Values.kafka.tls.existingSecret }}
- name: kafka-tls
  secret: {secretName: {{ .Values.kafka.tls.existingSecret }}}
{{- end }}
{{- if .Values.mongodb.tls.existingSecret }}
- name: mongodb-tls
  secret: {secretName: {{ .Values.mongodb.tls.existingSecret }}}
{{- end }}
{{- if .Values.objectStore.tls.existingSecret }}
- name: s3-tls
  secret: {secretName: {{ .Values.objectStore.tls.existingSecret }}}
{{- end }}
{{- if .Values.kafka.sasl.oauth.serviceAccountToken }}
- name: kafka-token
  projected:
    sources:
      - serviceAccountToken: {path: token, audience: {{ .Values.kafka.sasl.oauth.audience | quote }}, expirationSeconds: 3600}
{{- end }}
{{- end -}}

{{/* The pod of a worker; takes a dict of root and arguments. */}}
{{- define "event-jobs.workerPod" -}}
{{- $worker := .root.Values.worker -}}
serviceAccountName: {{ include "event-jobs.serviceAccount" (dict "root" .root "component" "worker") }}
automountServiceAccountToken: {{ $worker.podDeletionCost.enabled }}
terminationGracePeriodSeconds: {{ $worker.terminationGracePeriodSeconds }}
securityContext: {{- include "event-jobs.podSecurity" $worker | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets: {{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- with $worker.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $worker.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- include "event-jobs.topologySpread" (dict "root" .root "component" "worker") }}
containers:
  - name: worker
    image: {{ include "event-jobs.image" (dict "root" .root "name" $worker.image) }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args: {{ concat (list "worker" "--management-port" "5002" "--slots" ($worker.slots | toString)) .arguments | toJson }}
    ports: [{name: management, containerPort: 5002}]
    securityContext: {{- include "event-jobs.containerSecurity" . | nindent 6 }}
    resources: {{- toYaml $worker.resources | nindent 6 }}
    env:
      - {name: EVENT_JOBS_HEAP, value: {{ $worker.heap | quote }}}
      - {name: EVENT_JOBS_WORKER_PARSER_PROCESSES, value: {{ $worker.parserProcesses | quote }}}
      {{- include "event-jobs.serviceEnv" .root | nindent 6 }}
      {{- if $worker.podDeletionCost.enabled }}
      - {name: EVENT_JOBS_WORKER_POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
      - {name: EVENT_JOBS_WORKER_POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
      {{- end }}
      {{- with $worker.extraEnv }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    startupProbe:
      httpGet: {path: /actuator/health/liveness, port: management}
      periodSeconds: 2
      failureThreshold: 60
    livenessProbe:
      httpGet: {path: /actuator/health/liveness, port: management}
      periodSeconds: 10
      timeoutSeconds: 5
    readinessProbe:
      httpGet: {path: /actuator/health/readiness, port: management}
      periodSeconds: 5
      timeoutSeconds: 3
    volumeMounts: {{- include "event-jobs.mounts" .root | nindent 6 }}
volumes:
  - name: work
    emptyDir: {sizeLimit: {{ $worker.workFolder.sizeLimit }}}
  {{- include "event-jobs.volumes" .root | nindent 2 }}
{{- end -}}
