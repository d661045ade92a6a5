# One image for `migrate`, `worker` and `web`. It holds exactly what the tests ran with: requirements.lock
# covers the development tools too, so the image is larger than it has to be and never differs from CI.
FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/understudy
COPY requirements.lock /src/
RUN /opt/understudy/bin/pip install --require-hashes --no-deps -r /src/requirements.lock
COPY pyproject.toml README.md /src/
COPY activities /src/activities
COPY bench /src/bench
COPY cli /src/cli
COPY demo /src/demo
COPY domain /src/domain
COPY feature_flags /src/feature_flags
COPY integrations /src/integrations
COPY migrations /src/migrations
COPY models /src/models
COPY runtime /src/runtime
COPY services /src/services
COPY translations /src/translations
COPY web /src/web
COPY workflows /src/workflows
# The build backend (hatchling) is the one package outside of the lock; it stays in this stage.
RUN /opt/understudy/bin/pip wheel --no-deps --wheel-dir /wheels /src \
    && /opt/understudy/bin/pip install --no-deps --no-index /wheels/*.whl

FROM python:3.11.14-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin understudy
RUN install -d -m 0700 -o understudy -g understudy /var/lib/understudy
COPY --from=build /opt/understudy /opt/understudy
ENV PATH=/opt/understudy/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 UNDERSTUDY_HOME=/tmp/understudy
USER 10001:10001
WORKDIR /tmp
STOPSIGNAL SIGTERM
ENTRYPOINT ["understudy"]
CMD ["web"]
