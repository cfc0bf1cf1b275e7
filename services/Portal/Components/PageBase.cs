using Microsoft.AspNetCore.Components;
using Portal.Api;
using Portal.Session;

namespace Portal.Components;

/// <summary>What every page has at hand.</summary>
public abstract class PageBase : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>The services, through the gateway.</summary>
    [Inject] public ApiClient Api { get; set; } = null!;

    /// <summary>Who looks.</summary>
    [Inject] public Visitor Visitor { get; set; } = null!;

    /// <summary>Where to go.</summary>
    [Inject] public NavigationManager Navigation { get; set; } = null!;

    /// <summary>What to say on the next page.</summary>
    [Inject] public Flash Flash { get; set; } = null!;

    /// <summary>The time.</summary>
    [Inject] public TimeProvider Clock { get; set; } = null!;

    /// <summary>The form of the page, filled in with what was sent.</summary>
    protected FormState Form { get; } = new();

    /// <summary>True when a form was sent.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The key that the form carries so that it does its work once.</summary>
    protected string FormKey => Form["_key"];

    /// <summary>Today in Sweden.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Show.Sweden).DateTime);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (IsPost && Http.Request.HasFormContentType) Form.Read(Http.Request.Form);
    }

    /// <summary>The work is done: the next page says so, and reading it anew does not repeat the work.</summary>
    protected void Done(string address, string said)
    {
        Flash.Say(said);
        Navigation.NavigateTo(address);
    }

    /// <summary>Goes on when it was done; otherwise shows what stood in the way.</summary>
    /// <returns>True when it was done.</returns>
    protected bool Settle<T>(Outcome<T> outcome, string address, string said, string prefix = "")
    {
        if (outcome.Problem is null)
        {
            Done(address, said);
            return true;
        }
        Form.Accept(outcome.Problem, prefix);
        Unprocessable();
        return false;
    }

    /// <summary>The answer is the form again, with what is wrong.</summary>
    protected void Unprocessable()
    {
        if (!Http.Response.HasStarted) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
