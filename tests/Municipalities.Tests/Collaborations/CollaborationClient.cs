using System.Net;
using Municipalities.Collaborations;
using ServiceDefaults;
using Testing;

namespace Municipalities.Tests.Collaborations;

/// <summary>What people do with collaborations, as tests say it.</summary>
internal static class CollaborationClient
{
    public const string Address = "/municipalities/v1/collaborations";

    public static readonly CollaborationContent Content = new()
    {
        Title = "Samverkan med sociala företag",
        Summary = "Arbetsmarknadsenheten håller ihop arbetet och möter företagen två gånger om året.",
        Board = "Kommunstyrelsen",
        Decisions = [new() { What = "Uppdrag till arbetsmarknadsenheten", Reference = "KS 2025/31", On = new(2025, 9, 3) }],
        Coordinator = new() { Post = "Samordnare", Placement = "Arbetsmarknadsenheten", Percent = 50 },
        Roles = [new() { Role = "Beställare", Holder = "Verksamheterna" }],
        Network = ["Näringsliv", "Upphandling", "Arbetsmarknad"],
        SteeringDocuments = [new() { Title = "Handlingsplan för sociala företag", ValidUntil = new(2027, 12, 31) }],
        DialogueForum = new() { Form = "Dialogmöte med företagen", EveryMonths = 6, NextOn = new(2027, 3, 10) },
        Purchasing = new() { Routine = "Behov stäms av med samordnaren innan köp.", GuidelinesMentionSocialEnterprises = true },
        SupportActors = ["Coompanion"],
        FollowUp = new() { Indicators = ["Antal affärer"], EveryMonths = 12, NextOn = new(2027, 6, 1) },
        Experiences = "Börja med ett litet behov.",
    };

    public static async Task<CollaborationView> BeginAsync(this HttpClient lead, CollaborationContent? content = null) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, Address, content ?? Content)).ReadAsync<CollaborationView>(HttpStatusCode.Created);

    public static async Task<CollaborationView> AdoptAsync(this HttpClient lead, Guid model) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Address}/{model}/adoption")).ReadAsync<CollaborationView>(HttpStatusCode.Created);

    public static async Task<CollaborationView> CollaborationAsync(this HttpClient reader, Guid id) => await (await reader.GetAsync($"{Address}/{id}")).ReadAsync<CollaborationView>();

    public static Task<HttpResponseMessage> PutCollaborationAsync(this HttpClient lead, CollaborationView row, string part, object body) =>
        lead.SendJsonAsync(HttpMethod.Put, $"{Address}/{row.Id}{part}", body, ETags.Of(row.Version));

    public static async Task<CollaborationView> RevisedAsync(this HttpClient lead, CollaborationView row, CollaborationContent content) =>
        await (await lead.PutCollaborationAsync(row, "", content)).ReadAsync<CollaborationView>();

    public static async Task<CollaborationView> SharedAsync(this HttpClient lead, CollaborationView row, bool shared = true, bool model = true) =>
        await (await lead.PutCollaborationAsync(row, "/sharing", new { shared, model })).ReadAsync<CollaborationView>();

    public static async Task<CollaborationView> ModelAsync(this HttpClient lead) => await lead.SharedAsync(await lead.BeginAsync());

    public static async Task<GetSustainability.Response> SustainabilityAsync(this HttpClient lead, Guid id) =>
        await (await lead.GetAsync($"{Address}/{id}/sustainability")).ReadAsync<GetSustainability.Response>();
}
