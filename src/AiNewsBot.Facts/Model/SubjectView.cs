using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>A subject with its statements at hand by property. The typed views derive from it.</summary>
public class SubjectView
{
    // Most have a dozen properties: a dictionary for each subject would take a megabyte more, and find them no sooner.
    private readonly (string Property, ImmutableArray<Statement> Statements)[] _byProperty;

    internal SubjectView(Subject subject)
    {
        Subject = subject;
        _byProperty =
        [
            .. subject
                .Statements.Where(statement => statement.Rank != Rank.Deprecated)
                .GroupBy(statement => statement.Property)
                .Select(group => (group.Key, group.ToImmutableArray())),
        ];
    }

    /// <summary>The subject itself.</summary>
    public Subject Subject { get; }

    /// <summary>Its id.</summary>
    public string Id => Subject.Id;

    /// <summary>Its name.</summary>
    public string Name => Subject.Name;

    /// <summary>Whether it is a model, or a family of them.</summary>
    public bool IsModel => Subject.Kind is SubjectKind.Release or SubjectKind.Family;

    /// <summary>All statements of a property that are not deprecated, in the order of the dataset.</summary>
    public virtual ImmutableArray<Statement> All(string property) => Own(property);

    /// <summary>
    /// What held of a property on a day: the best ranked statement that did, the latest among equals, and what was read first-hand among
    /// those of one day; none when no statement did; uncertain when the day falls into a span over which the sources leave it open.
    /// </summary>
    public EffectiveStatement GetEffective(string property, DateOnly day)
    {
        Statement? best = null;
        var uncertain = false;
        foreach (var statement in All(property))
        {
            var held = statement.WasEffectiveOn(day);
            uncertain |= held is null;
            if (held is true && (best is null || statement.Rank < best.Rank || statement.Rank == best.Rank && Outranks(statement, best)))
                best = statement;
        }

        return best is null ? new EffectiveStatement(null, uncertain) : new EffectiveStatement(best, false);
    }

    /// <summary>The statements of a property that are made of this very subject.</summary>
    protected ImmutableArray<Statement> Own(string property)
    {
        foreach (var (own, statements) in _byProperty)
        {
            if (own == property)
                return statements;
        }

        return [];
    }

    // Of two that began together the one that was read first-hand weighs more, save against what a server says of itself.
    private static bool Outranks(Statement one, Statement best) =>
        !IsLater(best, one) && (IsLater(one, best) || one.IsLocal || best.IsLocal || !one.IsSecondHand || best.IsSecondHand);

    private static bool IsLater(Statement one, Statement other) =>
        one.ValidFrom is { } first && (other.ValidFrom is not { } second || first > second);
}
