namespace Matchmaking.Tellings;

internal static class Tellings
{
    /// <summary>What is told to those whom it concerns without anybody's asking.</summary>
    public static void AddTellings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TellMatches>();
        builder.Services.AddSingleton<TellRoutes>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TellMatches>());
        builder.Services.AddHostedService(services => services.GetRequiredService<TellRoutes>());
    }
}
