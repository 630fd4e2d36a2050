using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Finds releases that are named by their versions alone, behind another of
/// their family: "DeepSeek V2 vs V3", "Grok 2 or 3".</summary>
internal sealed class SiblingReleaseResolver(NameIndex names, NameSuffixParser behind)
{
    /// <summary>A release's name without its version; null where it has none.</summary>
    public static string? PrefixOf(ImmutableArray<Token> tokens, EntityLink link)
    {
        if (link is not { IsAmbiguous: false, Version: null, Subject: Release })
            return null;
        var name = string.Concat(tokens.Skip(link.Start).Take(link.Count).Select(token => token.Text));
        var prefix = name.TrimEnd([.. "0123456789."]);
        return prefix.Length == name.Length || prefix.Length < 2 ? null : prefix;
    }

    /// <summary>The release whose version follows a joining word; null when no version does.</summary>
    /// <param name="tokens">The words of the text.</param>
    /// <param name="index">Where the joining word would be.</param>
    /// <param name="prefix">The text before the versions.</param>
    /// <param name="otherName">How many words from a place on name something else.</param>
    public EntityLink? FindAfter(ImmutableArray<Token> tokens, int index, string prefix, Func<ImmutableArray<Token>, int, int> otherName)
    {
        // "4.5 and 4.6", "4.5 & 4.6", "4.5, 4.6"
        var at = index < tokens.Length && tokens[index].Joint is ',' or '/' && IsVersion(tokens[index]) ? index : index + 1;
        if (
            at >= tokens.Length
            || at > index && !IsJoining(tokens[index].Text)
            || tokens[at].Sentence != tokens[at - 1].Sentence
            || !IsOfSentence(tokens, index, at)
            || otherName(tokens, at) > 0
            || !IsVersion(tokens[at])
            || at + 1 < tokens.Length && tokens[at + 1].IsAttached
        )
            return null;
        var version = tokens[at].Text;
        foreach (var key in (ReadOnlySpan<string>)[prefix + version, prefix.TrimEnd('v') + version])
        {
            if (names.Find(key) is [Release release])
                return new EntityLink([release], at, 1, tokens[at].Raw, false, null);
        }

        return null;
    }

    // Of "grok-1. And 2?" the second asks of Grok-2, of "grok-1. And 2 of my friends" it does not.
    private static bool IsOfSentence(ImmutableArray<Token> tokens, int index, int at) =>
        tokens[index].Sentence == tokens[index - 1].Sentence || at + 1 >= tokens.Length || tokens[at + 1].Sentence != tokens[at].Sentence;

    /// <summary>The release of another size: "Qwen2.5-Coder 3B vs 7B"; null when none follows.</summary>
    /// <param name="tokens">The words of the text.</param>
    /// <param name="index">Where the joining word would be.</param>
    /// <param name="link">The release before it.</param>
    public EntityLink? FindSize(ImmutableArray<Token> tokens, int index, EntityLink link)
    {
        if (
            index + 1 >= tokens.Length
            || link.Count < 2
            || !IsJoining(tokens[index].Text)
            || !NameFeatures.IsSize(tokens[index + 1].Text)
            || !NameFeatures.IsSize(tokens[link.End - 1].Text)
            || tokens[index + 1].Sentence != tokens[index].Sentence
        )
            return null;
        var name = string.Concat(tokens.Skip(link.Start).Take(link.Count - 1).Select(token => token.Text));
        return
            names.Find(name) is { Length: 1 } named
            && behind.Read(tokens, index + 1, named) is { Count: 1, Version: null, Candidates: { Length: 1 } found }
            ? new EntityLink(found, index + 1, 1, tokens[index + 1].Raw, false, null)
            : null;
    }

    /// <summary>Whether a word joins two names.</summary>
    public static bool IsJoining(string text) =>
        text is "vs" or "versus" or "or" or "and" or "to" or "than" or "with" or "against" or "plus";

    // 3, 3.1, v3, r1; no year.
    private static bool IsVersion(Token token) =>
        !token.IsYear && (token.IsNumber || token.Text is [>= 'a' and <= 'z', >= '0' and <= '9', ..]);
}
