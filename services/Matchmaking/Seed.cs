using Matchmaking.Data;

namespace Matchmaking;

/// <summary>
/// What <c>migrate</c> loads: with <c>Seed:Demonstration</c> the deals of the demonstration, otherwise nothing. Municipalities, needs and
/// enterprises reach this service as events, also at first start, and interests and deals are made by people.
/// </summary>
internal static class Seed
{
    public static Task Run(MatchmakingDb db, IServiceProvider services, CancellationToken stop) =>
        services.GetRequiredService<IConfiguration>().GetValue<bool>("Seed:Demonstration")
            ? DemonstrationSeed.Run(db, services.GetRequiredService<TimeProvider>(), stop)
            : Task.CompletedTask;
}
