using Matchmaking.CpvLabels;
using Matchmaking.Exposures;
using Matchmaking.Matching;
using ServiceDefaults;

namespace Matchmaking.Matches;

internal static class MatchEndpoints
{
    /// <summary>The index and what keeps it in step with the database.</summary>
    public static void AddMatches(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MatchIndex>();
        builder.Services.AddSingleton<CopySource>();
        builder.Services.AddSingleton<IIndexSource>(services => services.GetRequiredService<CopySource>());
        builder.Services.AddSingleton<IIndexSource, LessonSource>();
        builder.Services.AddSingleton<IIndexSource, CpvLabelSource>();
        builder.Services.AddSingleton<MatchRefresh>();
        builder.Services.AddSingleton<ExposureCounter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ExposureCounter>());
        builder.Services.AddHostedService(services => services.GetRequiredService<MatchRefresh>());
    }

    public static void MapMatches(this RouteGroupBuilder api)
    {
        api.MapGet("/needs/{id:guid}/matches", ListNeedMatches.Handle).WithTags("matches").WithName("ListNeedMatches")
            .WithSummary("Företag som kan möta ett behov, med poäng och skäl")
            .WithDescription("Öppet, eftersom bara publicerade uppgifter vägs in. leftOut räknar dem som inte kom med, och varför. / Public: only published data is weighed. leftOut counts those that are not among the matches, and why.")
            .Fails(MatchErrors.NeedNotFound, MatchErrors.NotReady);
        api.MapGet("/enterprises/{id:guid}/matches", ListEnterpriseMatches.Handle).WithTags("matches").WithName("ListEnterpriseMatches")
            .RequireAuthorization(Scopes.ReadPolicy)
            .WithSummary("Öppna behov som ett företag kan möta, med poäng och skäl")
            .WithDescription("Bara för företaget självt. / For the enterprise itself only.")
            .Fails(MatchErrors.EnterpriseNotFound, MatchErrors.NotReady);
        api.MapGet("/needs/{id:guid}/near-misses", ListNearMisses.ForNeed).WithTags("matches").WithName("ListNeedNearMisses")
            .WithSummary("Företag som nästan kan möta ett behov, vad som fattas, och företag som kan tillsammans")
            .WithDescription("Öppet, som träffarna. / Public, as the matches are.")
            .Fails(MatchErrors.NeedNotFound, MatchErrors.NotReady);
        api.MapGet("/enterprises/{id:guid}/hints", ListHints.Handle).WithTags("matches").WithName("ListEnterpriseHints")
            .RequireAuthorization(Scopes.ReadPolicy)
            .WithSummary("Vad ett företag kan ändra när profilen får inga eller för många träffar")
            .WithDescription("Bara för företaget självt. / For the enterprise itself only.")
            .Fails(MatchErrors.EnterpriseNotFound, MatchErrors.NotReady);
        api.MapGet("/enterprises/{id:guid}/near-misses", ListNearMisses.ForEnterprise).WithTags("matches").WithName("ListEnterpriseNearMisses")
            .RequireAuthorization(Scopes.ReadPolicy)
            .WithSummary("Öppna behov som ett företag nästan kan möta, och vad som fattas")
            .WithDescription("Bara för företaget självt. / For the enterprise itself only.")
            .Fails(MatchErrors.EnterpriseNotFound, MatchErrors.NotReady);
    }
}
