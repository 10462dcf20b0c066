{{- define "log.name" -}}
{{ .Release.Name }}-log
{{- end }}

{{- define "log.image" -}}
{{- printf "%s:%s" .Values.image (default .Chart.AppVersion .Values.tag) -}}
{{- end }}
