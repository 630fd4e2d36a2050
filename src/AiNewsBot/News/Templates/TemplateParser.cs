using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiNewsBot.Chat;

namespace AiNewsBot.News.Templates;

/// <summary>
/// Reads templates: <c>{title}</c> shows a field, <c>{author|feed|"unknown"}</c> the first that is there, and
/// <c>{if author}…{else}…{end}</c> chooses, also by <c>{if not link}</c> and <c>{if verdict is "closed"}</c>. <c>\n</c> is a line break,
/// <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class TemplateParser(string text)
{
    private const int MaxDepth = 5;
    private const int MaxParts = 200;

    private static readonly string[] Names = [.. Enum.GetNames<TemplateField>().Select(name => name.ToLowerInvariant())];

    private int _at;
    private int _parts;
    private Refusal? _fault;

    public ImmutableArray<TemplateNode>? Parse(out Refusal? fault)
    {
        var nodes = ReadParts(0, out var end);
        if (_fault is null && end is { } extra)
            Fail(extra.At, RefusalCode.TemplateEndExtra, extra.Word);
        fault = _fault;
        return _fault is null ? nodes : null;
    }

    /// <summary>The fields as moderators write them.</summary>
    public static string FieldNames { get; } = string.Join(", ", Names);

    // Until the end of the text, or of the part that a condition began.
    private ImmutableArray<TemplateNode> ReadParts(int depth, out (string Word, int At)? end)
    {
        end = null;
        var parts = ImmutableArray.CreateBuilder<TemplateNode>();
        while (_fault is null && _at < text.Length)
        {
            if (++_parts > MaxParts)
                Fail(_at, RefusalCode.TemplateTooMany, $"{MaxParts}");
            else if (ReadLiteral() is { Length: > 0 } literal)
                parts.Add(new TemplateNode.Literal(literal));
            else if (_fault is null && ReadTag() is var (tag, at))
            {
                if (tag is "else" or "end")
                {
                    end = (tag, at);
                    break;
                }

                if (
                    (tag.StartsWith("if ", StringComparison.Ordinal) ? ReadChoice(tag[3..].Trim(), at, depth) : ReadValue(tag, at)) is
                    { } node
                )
                    parts.Add(node);
            }
        }

        return parts.ToImmutable();
    }

    private string ReadLiteral()
    {
        var literal = new StringBuilder();
        for (; _at < text.Length; _at++)
        {
            var (sign, next) = (text[_at], _at + 1 < text.Length ? text[_at + 1] : '\0');
            if (sign is '{' or '}' && next == sign || sign == '\\' && next == 'n')
                _at++;
            else if (sign == '{')
                break;
            else if (sign == '}')
            {
                Fail(_at, RefusalCode.TemplateBraceExtra);
                break;
            }

            literal.Append(sign == '\\' && next == 'n' ? '\n' : sign);
        }

        return literal.ToString();
    }

    // What is between braces; those within quotation marks are words.
    private (string Tag, int At)? ReadTag()
    {
        var start = _at;
        var isQuoted = false;
        for (var i = _at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            if (isQuoted || text[i] != '}')
                continue;
            _at = i + 1;
            return (text[(start + 1)..i].Trim(), start);
        }

        Fail(start, isQuoted ? RefusalCode.TemplateQuoteOpen : RefusalCode.TemplateBraceOpen);
        return null;
    }

    private TemplateNode? ReadValue(string tag, int at)
    {
        var fields = ImmutableArray.CreateBuilder<TemplateField>();
        var rest = tag;
        while (true)
        {
            if (rest.StartsWith('"'))
                return rest.IndexOf('"', 1) == rest.Length - 1 && rest.Length > 1
                    ? new TemplateNode.Value(fields.ToImmutable(), rest[1..^1])
                    : Fail(at, RefusalCode.TemplateWordsFirst);
            var end = rest.IndexOf('|', StringComparison.Ordinal);
            if (FieldOf(end < 0 ? rest : rest[..end], at) is not { } field)
                return null;
            fields.Add(field);
            if (end < 0)
                return new TemplateNode.Value(fields.ToImmutable(), null);
            rest = rest[(end + 1)..].Trim();
        }
    }

    private TemplateNode? ReadChoice(string test, int at, int depth)
    {
        if (depth == MaxDepth)
            return Fail(at, RefusalCode.TemplateTooDeep, $"{MaxDepth}");
        var isNegated = test.StartsWith("not ", StringComparison.Ordinal);
        var name = isNegated ? test[4..].Trim() : test;
        string? wanted = null;
        if (name.IndexOf(" is ", StringComparison.Ordinal) is var split and > 0)
            (name, wanted) = (name[..split], name[(split + 4)..].Trim().Trim('"'));
        if (FieldOf(name, at) is not { } field)
            return null;
        var then = ReadParts(depth + 1, out var end);
        var otherwise = end is { Word: "else" } ? ReadParts(depth + 1, out end) : [];
        if (_fault is null && end is not { Word: "end" })
            return end is { } second ? Fail(second.At, RefusalCode.TemplateElseTwice) : Fail(at, RefusalCode.TemplateIfOpen);
        return new TemplateNode.Choice(field, wanted, isNegated, then, otherwise);
    }

    private TemplateField? FieldOf(string name, int at)
    {
        if (Array.IndexOf(Names, name.Trim().ToLowerInvariant()) is var index and >= 0)
            return (TemplateField)index;
        if (name.Trim().Length == 0)
            Fail(at, RefusalCode.TemplateNameMissing);
        else
            Fail(at, RefusalCode.TemplateNameUnknown, name.Trim(), FieldNames);
        return null;
    }

    // What is wrong, after where it is.
    private TemplateNode? Fail(int at, RefusalCode code, params ImmutableArray<string> parameters)
    {
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var column = at - (at == 0 ? -1 : text.LastIndexOf('\n', at - 1));
        var row = text.Contains('\n', StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"line {line}, ") : "";
        var place = string.Create(CultureInfo.InvariantCulture, $"{row}character {column}");
        _fault ??= new Refusal(code, [place, .. parameters]);
        return null;
    }
}
