using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>The licences of which one covered a release on a day that lies in the gap between two dated states.</summary>
internal static class LicenceCandidates
{
    /// <summary>The statements that the sources leave possible on the day; none where one of them is known to hold.</summary>
    public static Statement[] Find(AnswerContext context, Release release, string component = Components.Weights)
    {
        var property = release.All(Properties.LicenceOf(component)).IsEmpty ? Properties.Licence : Properties.LicenceOf(component);
        return release.GetEffective(property, context.Day).Uncertain
            ? [.. release.All(property).Where(statement => statement.WasEffectiveOn(context.Day) is null)]
            : [];
    }

    /// <summary>Both by their names, with the span in which the one followed the other; nothing where there is no gap.</summary>
    public static IEnumerable<string> Notes(AnswerContext context, Release release, string component = Components.Weights)
    {
        var candidates = Find(context, release, component);
        if (candidates.Length < 2)
            return [];
        var names = candidates.Select(
            (statement, index) =>
            {
                var name = context.Facts.Licence(statement.Value) is { } licence ? LicenceFormatter.GetFullName(licence) : statement.Value;
                return index > 0 && statement.ValidFrom is not null ? $"{name} {context.Since(statement)}" : name;
            }
        );
        return [$"{context.Wording.JoinOr([.. names])}."];
    }
}
