using System.Globalization;
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

    /// <summary>True when the form that was sent has the field; a page's other forms show what is saved.</summary>
    protected bool Posted(string field) => IsPost && Http.Request.HasFormContentType && Http.Request.Form.ContainsKey(field);

    /// <summary>The version that the form was written from (<see cref="SeenVersion"/>).</summary>
    /// <param name="now">The version now, for a form without any.</param>
    protected int Seen(int now) => int.TryParse(Form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : now;

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
        if (outcome.Problem.IsUnsure)
        {
            if (!outcome.Problem.IsBusy) Form.Fault = Texts.Text.Of("Common.Unsure");
            Http.Features.Set(new KeptKey(FormKey));
        }
        Unprocessable();
        return false;
    }

    /// <summary>
    /// Goes on when it was done; otherwise shows what stood in the way. When somebody else has changed meanwhile, what was written stays in
    /// the form, and sending it again goes over the other's change knowingly.
    /// </summary>
    /// <param name="outcome">Of the write.</param>
    /// <param name="now">The version that stood before the write.</param>
    /// <param name="address">The next page.</param>
    /// <param name="said">What it says.</param>
    /// <param name="prefix">What the service puts before the names of fields.</param>
    protected bool Settle<T>(Outcome<T> outcome, int now, string address, string said, string prefix = "")
    {
        if (outcome.Problem is not { IsStale: true }) return Settle(outcome, address, said, prefix);
        Form.Fault = Texts.Text.Of("Common.StaleForm");
        Form["_version"] = now.ToString(CultureInfo.InvariantCulture);
        Unprocessable();
        return false;
    }

    /// <summary>The answer is the form again, with what is wrong.</summary>
    protected void Unprocessable()
    {
        if (!Http.Response.HasStarted) Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }
}
