using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Reads numbers of users and sums of money: 800 million users, 700M MAU, $5m of revenue, a billion users.</summary>
internal static class Amounts
{
    /// <summary>A number that is named, whether it is one of money, and the index of its word.</summary>
    public readonly record struct Found(long Value, bool IsMoney, int At);

    private const long Minimum = 1_000;

    /// <summary>The first of a clause; null without one.</summary>
    public static Found? Read(PropositionClause clause) => Read(clause.Tokens, clause.Start, clause.End, clause.IsName);

    /// <summary>The first of a text, outside of names; null without one.</summary>
    public static Found? Read(ImmutableArray<Token> tokens, int start, int end, Func<int, bool> isName)
    {
        for (var i = start; i < end; i++)
        {
            if (
                !isName(i)
                && ValueAt(tokens, i, end) is >= Minimum and var value
                && (IsMoney(tokens[i]) ? true : UnitBehind(tokens, i + 1, end)) is { } isMoney
            )
                return new Found(value, isMoney, i);
        }

        return null;
    }

    private static bool IsMoney(Token token) => token.Joint is '$' or '€' or '£';

    private static long? ValueAt(ImmutableArray<Token> tokens, int index, int end)
    {
        var text = tokens[index].Text;
        var scale = index + 1 < end ? ScaleOf(tokens[index + 1].Text) : null;
        if (text is "a" or "one" && scale is not null)
            return scale;

        // "Billions in revenue" are more than one.
        if (text is "billions")
            return ScaleOf(text);
        var digits = text.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        if (
            digits == 0
            || !decimal.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > 1_000_000_000_000
        )
            return null;
        var own = digits < text.Length ? ScaleOf(text[digits..]) : scale ?? 1;
        return own is { } factor && number * factor < long.MaxValue / 2 ? (long)(number * factor) : null;
    }

    private static bool? UnitBehind(ImmutableArray<Token> tokens, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 6); i++)
        {
            switch (tokens[i].Text)
            {
                case "users" or "user" or "mau" or "maus" or "customers" or "people":
                    return false;
                case "revenue" or "dollars" or "usd" or "euros" or "eur" or "turnover" or "sales":
                    return true;
            }
        }

        return null;
    }

    private static long? ScaleOf(string word) =>
        word switch
        {
            "thousand" or "k" => 1_000,
            "million" or "millions" or "m" or "mio" or "mln" => 1_000_000,
            "billion" or "b" or "bn" or "billions" => 1_000_000_000,
            _ => null,
        };
}
