using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <summary>
/// A Swedish organisation number (lag 1974:174): ten digits, the third at least 2, the last a check digit. A sole trader's is
/// the person's own identity number, so it is personal data and never leaves the service except to the person.
/// </summary>
internal readonly record struct OrganisationNumber
{
    private OrganisationNumber(string digits) => Digits = digits;

    /// <summary>Ten digits.</summary>
    public string Digits { get; }

    /// <summary>True for the identity or co-ordination number of a person.</summary>
    public bool IsPerson => Digits[2] < '2';

    /// <summary>The first digit tells the group of legal forms: 2 public bodies, 5 companies, 7 economic and 8 non-profit associations, 9 partnerships.</summary>
    public char Group => Digits[0];

    /// <summary>Reads ten digits, or twelve with the century (16 for an organisation), with or without a hyphen; null when it is none.</summary>
    public static OrganisationNumber? Parse(string? text)
    {
        var digits = (text ?? "").Trim();
        if (digits.Length > 5 && digits[^5] is '-' or '+') digits = digits.Remove(digits.Length - 5, 1);
        if (digits.Length is not (10 or 12) || !digits.All(char.IsAsciiDigit)) return null;
        var century = digits[..^10];
        var number = new OrganisationNumber(digits[^10..]);
        if (!CheckDigit.Holds(number.Digits)) return null;
        return (number.IsPerson, century) switch
        {
            (true, "" or "18" or "19" or "20") => PersonalNumber.Is(number.Digits) ? number : null,
            (false, "" or "16") => number,
            _ => null,
        };
    }

    /// <summary>True when a legal form can have this number.</summary>
    public bool Fits(LegalForm form) => form switch
    {
        LegalForm.SoleTrader => IsPerson,
        _ when IsPerson => false,
        LegalForm.LimitedCompany or LegalForm.LimitedCompanySvb => Group is '5',
        LegalForm.EconomicAssociation => Group is '7',
        LegalForm.NonProfitAssociation or LegalForm.Foundation => Group is '8',
        LegalForm.TradingPartnership => Group is '9',
        _ => false,
    };
}

/// <summary>Legal forms that a social enterprise may have.</summary>
public enum LegalForm
{
    /// <summary>Ekonomisk förening (lag 2018:672).</summary>
    EconomicAssociation,

    /// <summary>Ideell förening.</summary>
    NonProfitAssociation,

    /// <summary>Stiftelse.</summary>
    Foundation,

    /// <summary>Aktiebolag.</summary>
    LimitedCompany,

    /// <summary>Aktiebolag med särskild vinstutdelningsbegränsning (ABL 32 kap.).</summary>
    LimitedCompanySvb,

    /// <summary>Handelsbolag eller kommanditbolag.</summary>
    TradingPartnership,

    /// <summary>Enskild firma; its number is personal data.</summary>
    SoleTrader,
}
