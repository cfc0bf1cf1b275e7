using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Api;
using Portal.Components;

namespace Portal.Pages.Needs;

/// <summary>
/// Parts of pages that the script asks for while somebody writes. The pages have them without it, after the form has been sent. They are in
/// the language of the page that they become part of.
/// </summary>
internal static class NeedFragments
{
    private const int LongestText = 2_000;

    public static void MapNeedFragments(this WebApplication app) => app.MapPost("/behov/forslag", async (HttpRequest request, ApiClient api) =>
    {
        // By POST, so that what people write stands in no log of addresses. It changes nothing, so it needs no token against other sites' forms.
        // Who is no longer signed in is told so by the script: a sign-in page in the middle of the form would help nobody.
        if (request.HttpContext.User.Identity?.IsAuthenticated != true) return (IResult)TypedResults.Unauthorized();
        var form = new FormState();
        foreach (var (name, values) in await request.ReadFormAsync()) form.Put(name, values.Select(value => value is { Length: > LongestText } ? value[..LongestText] : value ?? ""));
        var found = await Suggestions.For(api, form["title"], form["description"], form.Money("valueSek"), form.Text("kind") ?? "service", form.All("cpvCodes"), form.All("_kept"));
        return new RazorComponentResult<SuggestionsView>(new { Found = found, Writing = true });
    // A part of that page, and with that in its language.
    }).AllowAnonymous().WithMetadata(new ComponentTypeMetadata(typeof(EditNeedPage))).ExcludeFromDescription();
}
