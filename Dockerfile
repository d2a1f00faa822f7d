# syntax=docker/dockerfile:1
# Every step is a plain command or a script of deploy/, so that it can be checked without an engine.

FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven git && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline
COPY src src
COPY bot-config bot-config
COPY deploy deploy
RUN mvn -B -q -Dmaven.test.skip=true package
RUN mkdir /app && cp -r target/roundtable.jar target/lib deploy/flags /app/
RUN JAVA_HOME=/opt/java/openjdk deploy/native.sh /app
RUN JAVA_HOME=/opt/java/openjdk deploy/runtime.sh /runtime
RUN JAVA_HOME=/opt/java/openjdk deploy/train.sh /runtime /app

FROM debian:trixie-slim
LABEL org.opencontainers.image.title="Roundtable" \
      org.opencontainers.image.description="Puts a question to a panel of AI models in Slack and Discord, and counts honestly." \
      org.opencontainers.image.licenses="Apache-2.0"
RUN apt-get update \
 && apt-get install -y --no-install-recommends libfreetype6 fontconfig \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --create-home roundtable
COPY --from=build /runtime /runtime
COPY --from=build /app /app
COPY bot-config /config
# The root can be mounted read-only: the bot writes to /data and /tmp alone.
WORKDIR /data
VOLUME /data
USER 10001
ENV ROUNDTABLE_CONFIG=/config \
    ROUNDTABLE__WEB__BIND=0.0.0.0 \
    ROUNDTABLE__WEB__MANAGEMENT_PORT=8081 \
    ROUNDTABLE__STORE__URL=jdbc:sqlite:/data/roundtable.db
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=20s --retries=3 \
  CMD ["/runtime/bin/java", "-Xshare:auto", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-cp", "/app/roundtable.jar", "dev.roundtable.Probe"]
ENTRYPOINT ["/runtime/bin/java", "@/app/flags", "-XX:AOTCache=/app/roundtable.aot", "-jar", "/app/roundtable.jar"]
CMD ["serve"]
