using System.Collections.Immutable;

namespace AiNewsBot.Facts;

/// <summary>A model that was announced or published.</summary>
public sealed class Release : SubjectView
{
    internal Release(Subject subject)
        : base(subject)
    {
        Announced = All(Properties.Announced) is [{ ValidFrom: { } date }, ..] ? date : null;
        FirstWeights = All(Components.Weights).FirstOrDefault(statement => IsPublished(statement.Value));
    }

    /// <summary>When it was first made public as a product or paper, with or without its weights.</summary>
    public FactDate? Announced { get; }

    /// <summary>The statement by which its weights came out; null when they never did.</summary>
    public Statement? FirstWeights { get; }

    /// <summary>When its weights came out; null when they did not, or nobody says when.</summary>
    public FactDate? WeightsOut => FirstWeights?.ValidFrom;

    /// <summary>The first day by which it was surely known; orders releases in time.</summary>
    public DateOnly Known => (Announced ?? WeightsOut)?.Latest ?? DateOnly.MinValue;

    /// <summary>text, code, image, audio, video, multimodal or embedding.</summary>
    public string Modality => Subject.Details.GetValueOrDefault(Details.Modality, "text");

    /// <summary>Whether it was known on the day: null when the sources' dates leave it open.</summary>
    public bool? ExistedOn(DateOnly day)
    {
        var first = Announced is { } announced && WeightsOut is { } weights ? announced < weights ? announced : weights : Announced ?? WeightsOut;
        return first is not { } date ? true : day >= date.Latest ? true : day < date.Earliest ? false : null;
    }

    /// <summary>
    /// Whether a component could be had on the day. Weights that came out later were unavailable until then; so the statement
    /// is that of their coming out, from which it follows.
    /// </summary>
    public ComponentReading Component(string slug, DateOnly day)
    {
        var held = On(slug, day);
        if (held.Statement is { } statement)
            return new ComponentReading(slug, AvailabilityText.TryParse(statement.Value) ?? Availability.Unknown, statement, false);
        if (held.Uncertain)
            return new ComponentReading(slug, Availability.Unknown, null, true);
        return All(slug) is [{ ValidFrom: { } since } first, ..] && day < since.Earliest
            ? new ComponentReading(slug, Availability.Unavailable, first, false)
            : new ComponentReading(slug, Availability.Unknown, null, false);
    }

    /// <summary>The licence that covers a component on the day: its own, else the distribution's.</summary>
    public Held LicenceOf(string component, DateOnly day) =>
        All(Properties.LicenceOf(component)).IsEmpty ? On(Properties.Licence, day) : On(Properties.LicenceOf(component), day);

    /// <summary>All that is said of the availability of the seventeen components on the day.</summary>
    public ImmutableArray<ComponentReading> ComponentsOn(DateOnly day) => [.. Components.All.Select(slug => Component(slug, day))];

    private static bool IsPublished(string value) => AvailabilityText.TryParse(value) is { } availability && availability.IsPublished();
}
