using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ServiceDefaults;

/// <summary>Traces, metrics and logs by OpenTelemetry: metrics for Prometheus always, all three over OTLP when the variable is set.</summary>
internal static class Telemetry
{
    /// <summary>Name of the platform's own activity sources and meters, as a prefix.</summary>
    public const string Own = "Platform.*";

    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        var exported = !string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        // Below everything that an operator configures: without it each request writes five lines, each statement one.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietByDefault });
        if (builder.Configuration["Logging:Console:FormatterName"] is null)
            builder.Logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "O"));
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                builder.Configuration["OTEL_SERVICE_NAME"] ?? service, serviceVersion: ServiceName.Version))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                // What a proxied or called request is asked about is its duration; each further instrument is paid for at every call.
                .AddView(instrument => instrument.Name is "http.client.active_requests" or "http.client.request.time_in_queue" or "http.client.connection.duration"
                    ? MetricStreamConfiguration.Drop : null)
                .AddRuntimeInstrumentation()
                .AddMeter(Own, "MassTransit", "Yarp.ReverseProxy")
                .AddNpgsqlInstrumentation()
                .AddPrometheusExporter())
            .WithTracing(tracing =>
            {
                tracing
                    .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                    .AddHttpClientInstrumentation()
                    .AddNpgsql()
                    .AddSource(Own, "MassTransit", "Yarp.ReverseProxy");
                // One trace in ten unless OTEL_TRACES_SAMPLER says otherwise; a caller's decision is followed.
                if (builder.Configuration["OTEL_TRACES_SAMPLER"] is null)
                    tracing.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(0.1)));
            });
        if (!exported) return;
        telemetry.UseOtlpExporter();
        builder.Logging.AddOpenTelemetry(logging => (logging.IncludeScopes, logging.IncludeFormattedMessage) = (true, true));
    }

    private static readonly Dictionary<string, string?> QuietByDefault = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
        // An error each time that the database refuses, also where that is expected and answered; what nobody expected is told by who catches it.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "None",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Update"] = "None",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "Warning",
        ["Logging:LogLevel:Polly"] = "Warning",
        // Four to six lines a token, and two for each service that reads the keys.
        ["Logging:LogLevel:OpenIddict"] = "Warning",
        // An error at each probe while a service starts; Health says a change of state once.
        ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
        // Two lines a request otherwise, which cost the gateway more than the proxying.
        ["Logging:LogLevel:Yarp.ReverseProxy.Forwarder"] = "Warning",
    };

    public static void MapMetrics(this WebApplication app) =>
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().ExcludeFromDescription();

    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics");
}
