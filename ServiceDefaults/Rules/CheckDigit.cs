namespace ServiceDefaults.Rules;

/// <summary>The modulus 10 check digit (Luhn) of Swedish organisation and personal identity numbers (SKV 704).</summary>
public static class CheckDigit
{
    /// <summary>True when the last digit is the check digit of those before it.</summary>
    /// <param name="digits">ASCII digits only.</param>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty) return false;
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var digit = digits[digits.Length - 1 - place] - '0';
            if (place % 2 == 1) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }
}
