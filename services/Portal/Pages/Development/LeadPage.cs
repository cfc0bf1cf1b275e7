using Portal.Components;

namespace Portal.Pages.Development;

/// <summary>A page of the development lead.</summary>
public abstract class LeadPage : PageBase
{
    /// <summary>The visitor's municipality.</summary>
    protected string Code => Visitor.Municipality ?? "";

    /// <summary>True for the one who leads, false for the colleagues who read and answer.</summary>
    protected bool Leads => Visitor.Is(ServiceDefaults.Roles.DevelopmentLead);

    /// <summary>Says what is wrong with a field.</summary>
    protected void Refuse(string field, string reason)
    {
        Form.Wrong(field, reason);
        Unprocessable();
    }
}
