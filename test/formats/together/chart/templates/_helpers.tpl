{{- define "shop.servers" -}}
{{- .Values.kafka.bootstrap | default "kafka:9092" -}}
{{- end -}}
{{- define "shop.labels" }}
app: shop
strimzi.io/cluster: {{ .Release.Name }}
{{- end }}
