using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Rules;

/// <summary>A day or a moment that people plan or remember: from 1990 to 2100. Beyond that it is a slip of the pen, and sums of days may no longer exist.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DayAttribute : ValidationAttribute
{
    private const int First = 1990, Last = 2100;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) => value switch
    {
        DateOnly day => Of(day.Year, validationContext),
        DateTimeOffset moment => Of(moment.Year, validationContext),
        _ => ValidationResult.Success,
    };

    private static ValidationResult? Of(int year, ValidationContext context) => year is >= First and <= Last
        ? ValidationResult.Success
        : new ValidationResult($"Ange en dag mellan {First} och {Last}.", context.MemberName is { } name ? [name] : null);
}
