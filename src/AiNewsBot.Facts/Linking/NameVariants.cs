using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>The ways in which a subject's name is written.</summary>
internal static partial class NameVariants
{
    /// <summary>What the dataset says: name, id and aliases.</summary>
    public static IEnumerable<string> Stated(Subject subject) =>
        subject.Aliases.Prepend(subject.Id).Prepend(subject.Name).Select(Tokenizer.Key).Where(key => key.Length > 1).Distinct();

    /// <summary>What people make of it: without text in brackets, without the size,
    /// without the v of a version, licence or license.</summary>
    public static IEnumerable<string> Derived(Subject subject)
    {
        foreach (var name in subject.Aliases.Prepend(subject.Name))
        {
            var plain = name.Contains('(', StringComparison.Ordinal) ? Brackets().Replace(name, " ") : name;
            if (plain.Length != name.Length)
                yield return Tokenizer.Key(plain);
            if (plain.Contains('+', StringComparison.Ordinal))
                yield return Tokenizer.Key(plain.Replace('+', ' ') + " plus");
            if (subject.Kind is SubjectKind.Release && !subject.Details.ContainsKey(DetailNames.VariantOf) && Size().IsMatch(plain))
                yield return Tokenizer.Key(Size().Replace(plain, ""));
            if (subject.Kind is SubjectKind.Release && Preview().IsMatch(plain))
                yield return Tokenizer.Key(Preview().Replace(plain, ""));
            if (subject.Kind is SubjectKind.Release or SubjectKind.Family && plain.Contains('v', StringComparison.OrdinalIgnoreCase))
                yield return VersionMark().Replace(Tokenizer.Key(plain), "$1");
            if (subject.Kind is SubjectKind.Licence)
            {
                foreach (var licence in ForLicence(plain))
                    yield return Tokenizer.Key(licence);
            }
        }

        if (subject.Kind is SubjectKind.Licence)
        {
            foreach (var name in LicenceNames.Short(subject))
                yield return Tokenizer.Key(name);
        }
    }

    /// <summary>A variant's name behind each name of its release: Whisper small is also OpenAI Whisper small.</summary>
    public static IEnumerable<string> ForVariant(Release variant)
    {
        var whole = variant.Whole!.Subject;
        foreach (var name in variant.Subject.Aliases.Prepend(variant.Name))
        {
            if (!name.StartsWith(whole.Name, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var other in whole.Aliases.Where(alias => alias.Any(char.IsAsciiDigit) || !whole.Name.Any(char.IsAsciiDigit)))
                yield return Tokenizer.Key(other + name[whole.Name.Length..]);
        }
    }

    private static IEnumerable<string> ForLicence(string name)
    {
        var bare = LicenceWord().Replace(name, "");
        var small = bare.Replace("Community", "", StringComparison.Ordinal);

        // Sam is a name, and "is LFM open" asks how open LFM is: neither means a licence without the word.
        var isPlain = bare.Trim().Length > 3 && Tokenizer.Split(bare) is [.., var last] && !Languages.Lexicon.Knows(last.Text);
        return
        [
            LicenceWord().Replace(name, "licence"),
            LicenceWord().Replace(name, "license"),
            isPlain ? bare : name,
            small + "licence",
            small + "license",
        ];
    }

    /// <summary>A family's name without its maker's: Titan for Amazon Titan. Only where
    /// one word is left; "foundation models" names none.</summary>
    public static IEnumerable<string> WithoutMaker(Subject family, Subject maker)
    {
        var makers = maker.Aliases.Prepend(maker.Name).Select(Tokenizer.Key).ToArray();
        foreach (var name in family.Aliases.Prepend(family.Name))
        {
            var words = Tokenizer.Split(name);
            if (
                words.Length > 1
                && words[^1].Text.Length > 3
                && !Languages.Lexicon.Knows(words[^1].Text)
                && makers.Contains(string.Concat(words.Take(words.Length - 1).Select(word => word.Text)))
            )
                yield return words[^1].Text;
        }
    }

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[\s-]\d+(\.\d+)?[BMT]\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"[\s-]preview\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Preview();

    [GeneratedRegex(@"(?<=[a-z])v(\d)")]
    private static partial Regex VersionMark();

    [GeneratedRegex(@"\b(licence|license)( agreement)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex LicenceWord();
}
