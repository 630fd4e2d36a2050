using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Tells what each name does in a question.</summary>
internal sealed class MentionRoles
{
    /// <summary>The mentions with their roles.</summary>
    /// <param name="mentions">The names.</param>
    /// <param name="asked">The links that are asked about.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="date">The date in the question, which is no name.</param>
    public ImmutableArray<Mention> Assign(ImmutableArray<Mention> mentions, ImmutableArray<Link> asked, ImmutableArray<Token> tokens, DatePhrase? date)
    {
        var hasUnknown = mentions.Any(mention => mention.IsUnknown && !IsOwner(mention, tokens));
        return
        [
            .. mentions.Where(mention => !(mention.IsUnknown && date is not null && mention.Start < date.Start + date.Count && date.Start < mention.End))
                .Select(mention => mention with { Role = RoleOf(mention, asked, tokens, hasUnknown, mentions) }),
        ];
    }

    private static MentionRole RoleOf(Mention mention, ImmutableArray<Link> asked, ImmutableArray<Token> tokens, bool hasUnknown, ImmutableArray<Mention> all)
    {
        if (IsOwner(mention, tokens))
            return MentionRole.Maker;
        if (!mention.IsUnknown && !asked.Any(link => link.Start <= mention.Start && mention.Start < link.End))
            return MentionRole.None;
        if (!mention.IsUnknown && mention.Candidates[0] is Licence)
            return all.Any(other => other.IsUnknown || other.Candidates[0] is not Licence) ? MentionRole.Terms : MentionRole.Subject;
        if (!mention.IsUnknown && hasUnknown && IsModel(mention) && IsBase(mention, tokens))
            return MentionRole.Base;
        var before = mention.Start > 0 && tokens[mention.Start].Joint == ' ' ? tokens[mention.Start - 1].Text : "";
        return before is "by" or "from" && all.Length > 1 ? MentionRole.Maker
            : mention.IsUnknown && mention.Nearest.IsEmpty && before is "on" or "in" or "via" or "through" or "at" or "inside" && all.Any(other => other.Start < mention.Start && !other.IsUnknown) ? MentionRole.Place
            : MentionRole.Subject;
    }

    private static bool IsModel(Mention mention) => mention.Candidates[0].Subject.Kind is SubjectKind.Family or SubjectKind.Release;

    // Xenova/whisper-small is a copy of Whisper by the owner of a repository.
    private static bool IsOwner(Mention mention, ImmutableArray<Token> tokens) =>
        mention is { IsUnknown: true, Nearest: [] } && mention.End < tokens.Length && tokens[mention.End].Joint == '/';

    private static bool IsBase(Mention mention, ImmutableArray<Token> tokens)
    {
        for (var i = mention.Start - 1; i >= Math.Max(0, mention.Start - 3); i--)
        {
            if (tokens[i].Text is "on" or "using" or "uses" or "use" or "from" or "of" or "with" or "needs" or "over")
                return true;
        }

        for (var i = mention.End; i < Math.Min(tokens.Length, mention.End + 3); i++)
        {
            if (tokens[i].Text is "base" or "based" or "used" or "territory")
                return true;
        }

        return false;
    }
}
