using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.Chat;

/// <summary>
/// The fields in the id of a button or a form, for every kind of them: "news-held:~12|1". Ids without the mark are of the version before,
/// which put another character between the fields of each kind.
/// </summary>
internal static class ButtonFields
{
    private const char Mark = '~';
    private const char Separator = '|';

    /// <summary>The id of an action with these fields, of which only the last may hold a bar.</summary>
    public static string Format(string action, params ReadOnlySpan<object> fields) => ButtonId.Format(action, Join(fields));

    /// <summary>The fields as they follow the action in an id.</summary>
    public static string Join(params ReadOnlySpan<object> fields)
    {
        var texts = ImmutableArray.CreateBuilder<string>(fields.Length);
        foreach (var field in fields)
            texts.Add(field is bool flag ? (flag ? "1" : "0") : Convert.ToString(field, CultureInfo.InvariantCulture) ?? "");
        return Mark + string.Join(Separator, texts);
    }

    /// <param name="argument">What follows the action in an id.</param>
    /// <param name="before">What was between the fields in the version before.</param>
    /// <param name="max">How many fields there are at most, where the last may hold what is between them.</param>
    public static ImmutableArray<string> Parse(string argument, char before = Separator, int max = int.MaxValue) =>
        argument is [Mark, ..] ? [.. argument[1..].Split(Separator, max)] : [.. argument.Split(before, max)];

    /// <summary>A number; null for anything else.</summary>
    public static long? Number(string field) =>
        long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
