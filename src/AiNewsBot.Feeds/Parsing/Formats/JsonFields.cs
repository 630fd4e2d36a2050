using System.Text;
using System.Text.Json;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

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

    /// <summary>The words here, as far as they can be read.</summary>
    public static string? Words(ref Utf8JsonReader json) => Text(ref json, isLenient: true);

    /// <summary>The value here as text; null where it is not one.</summary>
    /// <param name="isLenient">Whether signs that cannot be read are replaced; an identifier with other signs would be another one.</param>
    public static string? Text(ref Utf8JsonReader json, bool isLenient = false)
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
                    return isLenient ? JsonEscapes.Decode(Encoding.UTF8.GetString(json.ValueSpan)) : null;
                }

            case JsonTokenType.Number:
                // As it is written: identifiers may have more digits than any number of the machine.
                return Encoding.UTF8.GetString(json.ValueSpan);
            default:
                json.Skip();
                return null;
        }
    }

    public static string? Line(string? text)
    {
        if (text is null)
            return null;
        var plain = new PlainText().Begin(FeedLimits.Title);
        plain.Add(text);
        return plain.End(onOneLine: true);
    }

    public static EntryText? Block(string? text, bool isHtml, Uri? address)
    {
        if (text is null)
            return null;
        var formatted = new FormattedTextBuilder().Begin(address?.AbsoluteUri);
        formatted.IsPlain = !isHtml;
        var plain = new PlainText().Begin(FeedLimits.Summary);
        plain.Formatted = formatted;
        if (isHtml)
            HtmlText.AddTo(plain, text, onlyKnown: false);
        else
            plain.Add(text);
        var isFull = plain.IsFull;
        return plain.End(onOneLine: false) is { } words ? new EntryText(words, formatted.End(isFull), [.. formatted.Pictures.All])
            : formatted.Pictures.All.Count > 0 ? new EntryText("", null, [.. formatted.Pictures.All])
            : null;
    }

    public static string? Link(string? text, Uri? address) =>
        string.IsNullOrWhiteSpace(text) ? null : FieldLimits.Link(UriReference.Resolve(address?.AbsoluteUri, text));
}
