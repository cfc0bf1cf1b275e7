using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Messaging.Broker;
using ServiceDefaults.Messaging.EventLog;
using ServiceDefaults.Messaging.Inbox;

namespace ServiceDefaults.Messaging;

/// <summary>Telling other services what has changed, and hearing from them.</summary>
public static class MessagingExtensions
{
    /// <summary>
    /// Publishes what the service's nouns tell, and handles what it listens to. The broker is <c>ConnectionStrings:messaging</c>;
    /// without it events wait in the event log and nothing is heard.
    /// </summary>
    /// <param name="builder">The application being built.</param>
    /// <param name="handlers">What the service listens to, a line each.</param>
    public static WebApplicationBuilder AddMessaging<TDb>(this WebApplicationBuilder builder, Action<MessagingBuilder<TDb>>? handlers = null)
        where TDb : ServiceDb
    {
        var services = builder.Services;
        services.AddSingleton<RelaySignal>();
        services.AddSingleton<MessagingMetrics>();
        services.AddSingleton<Replay>();
        services.AddSingleton(provider => new BrokerAddress(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("messaging") is { Length: > 0 } text ? new Uri(text) : null));
        services.AddSingleton<MassTransitBus>();
        services.AddSingleton<IEventBus>(provider => provider.GetRequiredService<MassTransitBus>());
        services.AddOptions<RelayOptions>().BindConfiguration("Messaging:Relay");
        handlers?.Invoke(new MessagingBuilder<TDb>(services));
        // Stopped in the reverse order: first the relay, then no more deliveries, and the consumers when they are done.
        services.AddHostedService<Consumers>();
        services.AddSingleton<BrokerWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<BrokerWatch>());
        services.AddHostedService<Relay>();
        services.AddHostedService<Housekeeping>();
        services.AddHealthChecks().AddCheck<MessagingHealth>("messaging", HealthStatus.Degraded, [Health.Ready]);
        return builder;
    }
}

/// <summary>What a service listens to.</summary>
public sealed class MessagingBuilder<TDb> where TDb : ServiceDb
{
    private readonly IServiceCollection services;

    internal MessagingBuilder(IServiceCollection services) => this.services = services;

    /// <summary>Handles an event. A service has one handler per event; its queue is named after both.</summary>
    public MessagingBuilder<TDb> Handle<TEvent, THandler>() where TEvent : INounChanged where THandler : class, IEventHandler<TEvent, TDb>
    {
        services.AddScoped<THandler>();
        services.AddSingleton<Consumer>(provider => new HandlerConsumer<TEvent, THandler, TDb>(
            provider.GetRequiredService<ServiceName>(), provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<BrokerWatch>, provider.GetRequiredService<MessagingMetrics>(), provider.GetRequiredService<ILogger<THandler>>()));
        return this;
    }
}
