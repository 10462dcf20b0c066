{{- define "ledger.link" -}}
{{- $link := dict -}}
{{- if .Values.cluster.install -}}
{{- $link = .Values.cluster.link -}}
{{- end -}}
{{- toYaml $link -}}
{{- end -}}
