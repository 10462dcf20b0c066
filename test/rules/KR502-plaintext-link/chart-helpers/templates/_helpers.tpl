{{/*
What the release calls its objects: {{ include "till.fullname" . }}
*/}}
{{- define "till.fullname" -}}
{{- printf "%s-till" .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "till.brokers" -}}
{{- if .Values.kafka.outside -}}
{{- .Values.kafka.outside -}}
{{- else -}}
{{- printf "%s:%v" .Values.kafka.host .Values.kafka.port -}}
{{- end -}}
{{- end }}

{{- define "till.kafka" }}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: SASL_PLAINTEXT
- name: SPRING_KAFKA_PROPERTIES_SASL_MECHANISM
  value: SCRAM-SHA-512
{{- end }}
