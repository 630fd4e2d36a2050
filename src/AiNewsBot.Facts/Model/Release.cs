using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>A model that was announced or published.</summary>
public sealed class Release : SubjectView
{
    internal Release(Subject subject, Release? whole = null)
        : base(subject)
    {
        Whole = whole;
        Announcement = All(Properties.Announced) is [{ ValidFrom: not null } first, ..] ? first : null;
        FirstWeights = All(Components.Weights).FirstOrDefault(statement => IsPublished(statement.Value));
    }

    /// <summary>The release of which it is a variant, whose statements hold of it where
    /// it states no others; null for a release of its own.</summary>
    public Release? Whole { get; }

    /// <summary>The numbers of parameters in which it comes, as its maker writes them.</summary>
    public ImmutableArray<string> Sizes =>
        [
            .. Subject
                .Details.GetValueOrDefault(DetailNames.Size, "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>The statement by which it was first made public; null where its date is unknown.</summary>
    public Statement? Announcement { get; }

    /// <summary>When it was first made public as a product or paper, with or without its weights.</summary>
    public FactDate? Announced => Announcement?.ValidFrom;

    /// <summary>The statement by which its weights came out; null when they never did.</summary>
    public Statement? FirstWeights { get; }

    /// <summary>When its weights came out; null when they did not, or the date is unknown.</summary>
    public FactDate? WeightsOut => FirstWeights?.ValidFrom;

    /// <summary>The first day by which it was surely known; orders releases in time.</summary>
    public DateOnly Known => (Announced ?? WeightsOut)?.Latest ?? DateOnly.MinValue;

    /// <summary>text, code, image, audio, video, multimodal or embedding.</summary>
    public string Modality => Subject.Details.GetValueOrDefault(DetailNames.Modality) ?? Whole?.Modality ?? "text";

    /// <inheritdoc/>
    public override ImmutableArray<Statement> All(string property) =>
        Own(property) is { IsEmpty: false } own ? own
        : Whole is not null && Inherits(property) ? Whole.All(property)
        : [];

    /// <summary>Whether it was known on the day: null when the sources' dates leave it open.</summary>
    public bool? ExistedOn(DateOnly day)
    {
        var first =
            Announced is { } announced && WeightsOut is { } weights
                ? announced < weights
                    ? Announcement
                    : FirstWeights
                : Announcement ?? FirstWeights;

        // By the day on which its sources were read it existed, though they name no more than a month or year.
        return first is not { ValidFrom: { } date } ? true
            : day >= date.Latest || day >= first.VerifiedOn && day >= date.Earliest ? true
            : day < date.Earliest ? false
            : null;
    }

    /// <summary>
    /// Whether a component could be had on the day. Weights that came out later were unavailable until then; so the statement
    /// is that of their coming out, from which it follows.
    /// </summary>
    public ComponentAvailability Component(string slug, DateOnly day)
    {
        var effectiveStatement = GetEffective(slug, day);
        if (effectiveStatement.Statement is { } statement)
            return new ComponentAvailability(slug, AvailabilityText.TryParse(statement.Value) ?? Availability.Unknown, statement, false);
        if (effectiveStatement.Uncertain)
            return new ComponentAvailability(slug, Availability.Unknown, null, true);
        return All(slug) is [{ ValidFrom: { } since } first, ..] && day < since.Earliest
            ? new ComponentAvailability(slug, Availability.Unavailable, first, false)
            : new ComponentAvailability(slug, Availability.Unknown, null, false);
    }

    /// <summary>
    /// The licence that covers a component on the day: its own, else the distribution's. Data are under their own licence or under none
    /// that is known: what a model was trained on is rarely its maker's to license.
    /// </summary>
    public EffectiveStatement GetLicence(string component, DateOnly day) =>
        All(Properties.LicenceOf(component)).IsEmpty && !Components.IsData(component)
            ? GetEffective(Properties.Licence, day)
            : GetEffective(Properties.LicenceOf(component), day);

    /// <summary>The licences that its weights were under before that of the day, the earliest first.</summary>
    public IEnumerable<Statement> FormerLicences(DateOnly day) =>
        GetLicence(Components.Weights, day).Statement is { } held
            ? All(held.Property).Where(statement => statement != held && statement.ValidTo?.Earliest <= day)
            : [];

    /// <summary>All that is said of the availability of the seventeen components on the day.</summary>
    public ImmutableArray<ComponentAvailability> ComponentsOn(DateOnly day) => [.. Components.All.Select(slug => Component(slug, day))];

    /// <summary>Whether a variant was under another licence than its release on a day,
    /// or its weights were out while the other's were not.</summary>
    public bool DiffersOn(DateOnly day) =>
        Whole is not null
        && (
            GetLicence(Components.Weights, day).Value != Whole.GetLicence(Components.Weights, day).Value
            || Component(Components.Weights, day).Availability.IsPublished()
                != Whole.Component(Components.Weights, day).Availability.IsPublished()
        );

    // What is told of a release is true of its variants, but its events are not
    // theirs; and a licence of the variant's own covers its weights.
    private bool Inherits(string property) =>
        property is Properties.Announced or Properties.Licence or Properties.DataInformation or Properties.BasedOn
        || Components.Contains(property)
        || Properties.ComponentOfLicence(property) is { } component && (component != Components.Weights || Own(Properties.Licence).IsEmpty);

    private static bool IsPublished(string value) => AvailabilityText.TryParse(value) is { } availability && availability.IsPublished();
}
