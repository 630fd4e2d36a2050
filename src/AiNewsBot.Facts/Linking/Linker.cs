using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Finds the subjects that a text names: windows of words, longest first, exactly, then within a few letters.</summary>
public sealed class Linker(NameIndex names, Lexicon lexicon)
{
    private const int WidestWindow = 8;
    private const int WidestTypoWindow = 4;

    /// <summary>The names of releases, families, organisations and licences in a text, in order.</summary>
    public ImmutableArray<Link> Link(ImmutableArray<Token> tokens)
    {
        var links = LinkExactly(tokens);
        AddTypos(tokens, links);
        links.Sort((one, other) => one.Start.CompareTo(other.Start));
        return [.. links];
    }

    /// <summary>Those names alone that are written as they are known.</summary>
    internal List<Link> LinkExactly(ImmutableArray<Token> tokens)
    {
        var links = new List<Link>();
        Span<char> buffer = stackalloc char[names.LongestKey + 1];
        for (var start = 0; start < tokens.Length;)
        {
            var link = Exact(tokens, start, buffer);
            if (link is null)
            {
                start++;
                continue;
            }

            links.Add(link);
            start = link.End;
        }

        return links;
    }

    /// <summary>The topics that a text names, longest first at each word.</summary>
    public ImmutableArray<Link> LinkTopics(ImmutableArray<Token> tokens)
    {
        var links = ImmutableArray.CreateBuilder<Link>();
        Span<char> buffer = stackalloc char[names.LongestKey + 1];
        for (var start = 0; start < tokens.Length; start++)
        {
            for (var count = Math.Min(WidestWindow, tokens.Length - start); count > 0; count--)
            {
                if (Join(tokens, start, count, buffer) is { } length && names.FindTopic(buffer[..length]) is { } topic)
                {
                    links.Add(new Link([topic], start, count, Raw(tokens, start, count), false, null));
                    start += count - 1;
                    break;
                }
            }
        }

        return links.ToImmutable();
    }

    private Link? Exact(ImmutableArray<Token> tokens, int start, Span<char> buffer)
    {
        for (var count = Math.Min(WidestWindow, tokens.Length - start); count > 0; count--)
        {
            if (Join(tokens, start, count, buffer) is not { } length || names.Find(buffer[..length]) is not { } view)
                continue;
            if (count == 1 && lexicon.StopWords.Contains(tokens[start].Text) || tokens[start].Sentence != tokens[start + count - 1].Sentence)
                continue;
            return new Link([view], start, count, Raw(tokens, start, count), false, VersionBehind(tokens, start + count, view));
        }

        return null;
    }

    private void AddTypos(ImmutableArray<Token> tokens, List<Link> links)
    {
        Span<char> buffer = stackalloc char[names.LongestKey + 3];
        for (var at = 0; at < tokens.Length; at++)
        {
            if (IsKnown(tokens[at]) || IsLinked(links, at, 1))
                continue;
            var link = Near(tokens, at, links, buffer);
            if (link is null)
                continue;
            links.Add(link);
            at = link.End - 1;
        }
    }

    // Windows that hold the unknown word, the widest first, so that a version is taken along: "lama 3" is Llama 3, not Llama.
    private Link? Near(ImmutableArray<Token> tokens, int at, List<Link> links, Span<char> buffer)
    {
        for (var count = WidestTypoWindow; count > 0; count--)
        {
            for (var start = Math.Max(0, at - count + 1); start <= at && start + count <= tokens.Length; start++)
            {
                if (tokens[start].Sentence != tokens[start + count - 1].Sentence || IsLinked(links, start, count) || HasStopWord(tokens, start, count, at)
                    || Join(tokens, start, count, buffer) is not { } length)
                    continue;
                var found = names.FindNear(buffer[..length]);
                if (!found.IsEmpty)
                    return new Link(found, start, count, Raw(tokens, start, count), true, VersionBehind(tokens, start + count, found[0]));
            }
        }

        return null;
    }

    // A word of the language is no typo of a name: metal is not Meta.
    private bool IsKnown(Token token) => token.IsNumber || token.Text.Length < 4 || lexicon.Knows(token.Text);

    private bool HasStopWord(ImmutableArray<Token> tokens, int start, int count, int except)
    {
        for (var i = start; i < start + count; i++)
        {
            if (i != except && !tokens[i].IsNumber && lexicon.StopWords.Contains(tokens[i].Text))
                return true;
        }

        return false;
    }

    private static bool IsLinked(List<Link> links, int start, int count)
    {
        foreach (var link in links)
        {
            if (link.Start < start + count && start < link.End)
                return true;
        }

        return false;
    }

    // "llama 9" names a Llama that is not known. A year or a size behind a name is no version.
    private string? VersionBehind(ImmutableArray<Token> tokens, int index, SubjectView view)
    {
        if (view.Subject.Kind is not (SubjectKind.Family or SubjectKind.Release or SubjectKind.Organization) || index >= tokens.Length)
            return null;
        var token = tokens[index];
        var isDate = token.IsYear || index + 1 < tokens.Length && lexicon.Months.ContainsKey(tokens[index + 1].Text);
        return token.IsNumber && !isDate && token.Sentence == tokens[index - 1].Sentence ? token.Raw : null;
    }

    private static int? Join(ImmutableArray<Token> tokens, int start, int count, Span<char> buffer)
    {
        var length = 0;
        for (var i = start; i < start + count; i++)
        {
            var text = tokens[i].Text;
            if (length + text.Length > buffer.Length)
                return null;
            text.CopyTo(buffer[length..]);
            length += text.Length;
        }

        return length;
    }

    private static string Raw(ImmutableArray<Token> tokens, int start, int count) =>
        string.Join(' ', tokens.Skip(start).Take(count).Select(token => token.Raw));
}
