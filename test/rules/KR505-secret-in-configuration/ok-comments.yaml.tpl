{{- /*
  sasl: {{ .Values.sasl }}
  spring:
    kafka:
      ssl:
        key-store-password: Tq9-marble-Vane
*/ -}}
spring:
  kafka:
    bootstrap-servers: {{ .Values.brokers }}
    security:
      protocol: SASL_SSL
