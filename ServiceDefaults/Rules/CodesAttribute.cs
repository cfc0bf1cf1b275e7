using System.ComponentModel.DataAnnotations;
using Contracts;

namespace ServiceDefaults.Rules;

/// <summary>At most ten CPV codes of eight digits, none twice.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CpvCodesAttribute() : CodesAttribute(Cpv.IsCode, 10, "en CPV-kod (åtta siffror, utan kontrollsiffra)");

/// <summary>Codes of target groups, none twice.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TargetGroupCodesAttribute() : CodesAttribute(TargetGroups.IsCode, 8, "en målgrupp");

/// <summary>A list of codes: each well formed, none twice, not too many.</summary>
public abstract class CodesAttribute : ValidationAttribute
{
    private readonly Func<string?, bool> isCode;
    private readonly int most;
    private readonly string what;

    private protected CodesAttribute(Func<string?, bool> isCode, int most, string what) => (this.isCode, this.most, this.what) = (isCode, most, what);

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not IReadOnlyList<string?> codes) return ValidationResult.Success;
        var members = validationContext.MemberName is { } name ? new[] { name } : null;
        if (codes.Count > most) return new ValidationResult($"Högst {most} koder.", members);
        foreach (var code in codes)
            if (!isCode(code)) return new ValidationResult($"\"{code}\" är inte {what}.", members);
        return codes.Distinct().Count() == codes.Count ? ValidationResult.Success : new ValidationResult("Samma kod står två gånger.", members);
    }
}
