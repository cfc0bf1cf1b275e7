using System.Globalization;
using Portal.Api;
using Portal.Components;
using Portal.Texts;

namespace Portal.Pages.Development;

/// <summary>
/// A page of the development lead. Its forms carry the version that they were written from (<see cref="SeenVersion"/>); when somebody else
/// has changed meanwhile, what was written stays in the form, and sending it again goes over the other's change knowingly.
/// </summary>
public abstract class LeadPage : PageBase
{
    /// <summary>The visitor's municipality.</summary>
    protected string Code => Visitor.Municipality ?? "";

    /// <summary>True for the one who leads, false for the colleagues who read and answer.</summary>
    protected bool Leads => Visitor.Is(ServiceDefaults.Roles.DevelopmentLead);

    /// <summary>The version that the form was written from.</summary>
    /// <param name="now">The version now, for a form without any.</param>
    protected int Seen(int now) => int.TryParse(Form["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : now;

    /// <summary>True when the form that was sent has the field; a page's other forms show what is saved.</summary>
    protected bool Posted(string field) => IsPost && Http.Request.HasFormContentType && Http.Request.Form.ContainsKey(field);

    /// <summary>Goes on when it was done; otherwise shows what stood in the way.</summary>
    /// <param name="outcome">Of the write.</param>
    /// <param name="now">The version that stood before the write.</param>
    /// <param name="address">The next page.</param>
    /// <param name="said">What it says.</param>
    /// <param name="prefix">What the service puts before the names of fields.</param>
    protected bool Settle<T>(Outcome<T> outcome, int now, string address, string said, string prefix = "")
    {
        if (outcome.Problem is not { IsStale: true }) return Settle(outcome, address, said, prefix);
        Form.Fault = Text.Of("Development.Stale");
        Form["_version"] = now.ToString(CultureInfo.InvariantCulture);
        Unprocessable();
        return false;
    }

    /// <summary>Says what is wrong with a field.</summary>
    protected void Refuse(string field, string reason)
    {
        Form.Wrong(field, reason);
        Unprocessable();
    }
}
