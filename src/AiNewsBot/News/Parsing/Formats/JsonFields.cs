using System.Globalization;
using System.Text.Json;
using AiNewsBot.News.Parsing.Text;

namespace AiNewsBot.News.Parsing.Formats;

/// <summary>Fields of JSON objects, which need not be of the kind that they ought to be.</summary>
internal static class JsonFields
{
    /// <summary>Moves to the value of the next field, and tells its name; null at the end of the object.</summary>
    public static string? NextName(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName)
            return null;
        var name = Text(ref json) ?? "";
        json.Read();
        return name;
    }

    /// <summary>The value here as text; null where it is none.</summary>
    public static string? Text(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.PropertyName:
                try
                {
                    return json.GetString();
                }
                catch (InvalidOperationException)
                {
                    // Half of a pair of surrogates.
                    return null;
                }

            case JsonTokenType.Number:
                return json.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
            default:
                json.Skip();
                return null;
        }
    }

    public static string? Line(string? text) => Plain(text, FeedLimits.Title, isHtml: false, onOneLine: true);

    public static string? Block(string? text, bool isHtml) => Plain(text, FeedLimits.Summary, isHtml, onOneLine: false);

    public static string? Link(string? text, Uri? address) => text is null ? null : FieldBounds.Link(Reference.Resolve(address?.AbsoluteUri, text));

    private static string? Plain(string? text, int limit, bool isHtml, bool onOneLine)
    {
        if (text is null)
            return null;
        var plain = new PlainText().Begin(limit);
        if (isHtml)
            HtmlText.AddTo(plain, text, onlyKnown: false);
        else
            plain.Add(text);
        return plain.End(onOneLine);
    }
}
