using AiNewsBot.Chat;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Tests.Curation.Checks;

/// <summary>What a form may say of a fact: its value, its dates, its source and its reason, each with the refusal that says why
/// not.</summary>
public sealed class FactValidatorTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly FactBase Facts = FactBase.Create([
        .. CurationStorage.Subjects,
        new Subject
        {
            Kind = SubjectKind.Organization,
            Id = "lumen",
            Name = "Lumen Labs",
            Aliases = ["Lumen"],
        },
    ]);

    private static readonly FactFields Good = new("Apache-2.0", null, null, "https://press.example.org/quartz", "I read it there");

    [Theory]
    [InlineData("licence", "Apache-2.0", null)]
    [InlineData("licence", "Apache License 2.0", null)]
    [InlineData("licence", "Nope-1.0", RefusalCode.LicenceUnknown)]
    [InlineData("weights", "gated", null)]
    [InlineData("weights", "everywhere", RefusalCode.ValueNotAllowed)]
    [InlineData("announced", "2024-03", null)]
    [InlineData("announced", "last spring", RefusalCode.ValueNoDate)]
    [InlineData("announced", "2026-12", RefusalCode.DateInFuture)]
    [InlineData("country", "France", RefusalCode.PropertyUnknown)]
    [InlineData("nonsense", "x", RefusalCode.PropertyUnknown)]
    [InlineData("event", "", RefusalCode.TextMissing)]
    [InlineData("event", "@everyone look", RefusalCode.TextFormatted)]
    [InlineData("event", "<@123> did it", RefusalCode.TextFormatted)]
    [InlineData("event", "[here](https://evil.example.org)", RefusalCode.TextFormatted)]
    [InlineData("event", "a\u200bb", RefusalCode.TextInvisible)]
    [InlineData("event", "a\u0007b", RefusalCode.TextInvisible)]
    public void Value_is_of_its_property(string property, string value, object? code) =>
        Assert.Equal(
            code,
            Validate(property, Good with { Value = value, Since = property is "event" or "weights" ? "2024-03-17" : null })?.Code
        );

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, RefusalCode.TextTooLong)]
    public void Value_has_at_most_500_characters(int length, object? code) =>
        Assert.Equal(code, Validate("event", Good with { Value = new string('x', length), Since = "2024" })?.Code);

    [Theory]
    [InlineData("2024", null, null)]
    [InlineData("2024-03-17", "2025", null)]
    [InlineData("2024-03-11/2024-03-17", null, null)]
    [InlineData(null, "2030", null)]
    [InlineData("2026-11-29", null, null)]
    [InlineData("2026-11-30", null, RefusalCode.DateInFuture)]
    [InlineData("2026-11-20/2026-12-24", null, RefusalCode.DateInFuture)]
    [InlineData("yesterday", null, RefusalCode.DateUnreadable)]
    [InlineData("2024", "soon", RefusalCode.DateUnreadable)]
    [InlineData("2024-02-30", null, RefusalCode.DateUnreadable)]
    [InlineData("2025", "2024", RefusalCode.DatesOutOfOrder)]
    [InlineData("2024", "2024", RefusalCode.DatesOutOfOrder)]
    public void Dates_are_days_that_have_come_in_their_order(string? since, string? until, object? code) =>
        Assert.Equal(code, Validate("licence", Good with { Since = since, Until = until })?.Code);

    [Theory]
    [InlineData("event", RefusalCode.DateMissing)]
    [InlineData("promise", RefusalCode.DateMissing)]
    [InlineData("licence", null)]
    public void Event_or_promise_without_a_day_is_refused(string property, object? code) =>
        Assert.Equal(code, Validate(property, Good with { Value = property == "licence" ? "MIT" : "open the code", By = "Lumen" })?.Code);

    [Theory]
    [InlineData(null, RefusalCode.SourceMissing)]
    [InlineData("press.example.org", RefusalCode.SourceNoAddress)]
    [InlineData("http://10.0.0.1/a", RefusalCode.SourcePrivate)]
    [InlineData("https://press.example/a", RefusalCode.SourcePrivate)]
    [InlineData("https://press.example.org/a", null)]
    public void Source_is_a_page_that_others_can_read(string? source, object? code) =>
        Assert.Equal(code, Validate("licence", Good with { Source = source })?.Code);

    [Theory]
    [InlineData(null, RefusalCode.TextMissing)]
    [InlineData("  ", RefusalCode.TextMissing)]
    [InlineData("because `it` is so", null)]
    [InlineData("```code```", RefusalCode.TextFormatted)]
    public void Reason_is_plain_text(string? why, object? code) => Assert.Equal(code, Validate("licence", Good with { Why = why })?.Code);

    [Theory]
    [InlineData("Lumen", "2027", null)]
    [InlineData("Lumen", null, null)]
    [InlineData(null, "2027", RefusalCode.TextMissing)]
    [InlineData("Lumen", "next year", RefusalCode.DueUnreadable)]
    public void Promise_says_who_made_it_and_when_it_is_due(string? by, string? due, object? code) =>
        Assert.Equal(
            code,
            Validate("promise", Good with { Value = "to open the code", Since = "2024", By = by, Due = due, Why = null })?.Code
        );

    [Theory]
    [InlineData("Q2", null)]
    [InlineData("Quartz 2", RefusalCode.NameKnown)]
    [InlineData("quartz-2", RefusalCode.NameKnown)]
    [InlineData("Lumen", RefusalCode.NameTaken)]
    [InlineData("LUMEN LABS", RefusalCode.NameTaken)]
    [InlineData("x", RefusalCode.AliasLength)]
    [InlineData("2024", RefusalCode.AliasLength)]
    public void Alias_means_nothing_else(string alias, object? code) =>
        Assert.Equal(code, Validate("alias", Good with { Value = alias, Source = null })?.Code);

    [Fact]
    public void Alias_needs_no_source_and_keeps_one_that_is_given()
    {
        Assert.Empty(Read("alias", Good with { Value = "Q2", Source = null }).Content!.Sources);
        Assert.Equal("https://press.example.org/quartz", Assert.Single(Read("alias", Good with { Value = "Q2" }).Content!.Sources).Url);
    }

    [Fact]
    public void Content_has_the_licences_id_todays_check_and_the_promises_plain_words()
    {
        var licence = Read("licence", Good with { Value = "Apache License 2.0" }).Content!;
        var promise = Read("promise", Good with { Value = "To open the code.", Since = "2024", By = "Lumen", Due = "2027" }).Content!;

        Assert.Equal(("Apache-2.0", "2026-11-29"), (licence.Value, licence.VerifiedOn));
        Assert.Equal(("open the code", "Lumen", "2027"), (promise.Value, promise.Qualifiers["by"], promise.Qualifiers["due"]));
    }

    // An edit of the date alone leaves what the form does not ask for; another value drops the note of the old one.
    [Theory]
    [InlineData("MIT", "A note", true)]
    [InlineData("Apache-2.0", null, false)]
    public void Note_goes_with_the_value_that_it_explains_and_a_lock_stays(string value, string? note, bool isSameSource)
    {
        var current = Read("licence", Good with { Value = "MIT" }).Content! with { Note = "A note", IsLocked = true, Rank = "preferred" };

        var edited = FactValidator
            .Read(
                Facts,
                Facts.Find("quartz-2")!,
                "licence",
                Good with
                {
                    Value = value,
                    Since = "2024",
                    Source = isSameSource ? Good.Source : "https://other.example.org/a",
                },
                current,
                Today
            )
            .Content!;

        Assert.Equal((note, true, "preferred", "2024"), (edited.Note, edited.IsLocked, edited.Rank, edited.ValidFrom));
        Assert.Equal(isSameSource, edited.Sources.SequenceEqual(current.Sources));
    }

    [Theory]
    [InlineData("  to open the code. ", "open the code")]
    [InlineData("To  open", "open")]
    [InlineData("open the code", "open the code")]
    [InlineData("together we open", "together we open")]
    [InlineData(null, "")]
    public void Promise_is_told_behind_promised_to(string? written, string value) => Assert.Equal(value, PromiseFields.ValueOf(written));

    [Theory]
    [InlineData("MIT", "2024", null, true)]
    [InlineData(" mit ", "2024 ", "", true)]
    [InlineData("MIT", null, null, false)]
    [InlineData("MIT", "2024", "2025", false)]
    [InlineData("Apache-2.0", "2024", null, false)]
    public void Form_that_says_what_is_said_already_is_known(string value, string? since, string? until, bool says)
    {
        var content = Read("licence", Good with { Value = "MIT", Since = "2024" }).Content!;

        Assert.Equal(says, (Good with { Value = value, Since = since, Until = until }).Says(content));
        Assert.False((Good with { Value = "MIT", Since = "2024" }).Says(content with { State = "retracted" }));
    }

    [Theory]
    [InlineData("licence", "licence")]
    [InlineData("training_code", "training code")]
    [InlineData("training_code.licence", "training code: licence")]
    public void Property_is_read_back_from_what_people_read(string slug, string label)
    {
        Assert.Equal(label, FactProperties.Label(slug));
        Assert.Equal(slug, FactProperties.Slug(label.ToUpperInvariant()));
    }

    [Fact]
    public void Every_property_of_every_kind_has_a_label_of_its_own() =>
        Assert.All(
            Enum.GetValues<SubjectKind>(),
            kind => Assert.Equal(FactProperties.For(kind).Length, FactProperties.For(kind).Select(FactProperties.Label).Distinct().Count())
        );

    private static Refusal? Validate(string property, FactFields fields) => Read(property, fields).Fault;

    private static (AiNewsBot.Storage.StatementContent? Content, Refusal? Fault) Read(string property, FactFields fields) =>
        FactValidator.Read(Facts, Facts.Find("quartz-2")!, property, fields, null, Today);
}
