using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Tests.DatasetReading;

public sealed class VariantTests
{
    private const string Head = """
        sources:
          s: {url: "https://example.org/a", title: A, publisher: B, kind: first-hand, read: 2026-11-24}
        organizations:
          - {id: maker, name: Maker}
        licences:
          - id: MIT
            name: MIT License
            commercial: {is: yes, source: s}
            osi_approved: {is: true, source: s}
          - id: LicenseRef-Research
            name: Research Licence
            commercial: {is: no, source: s}
            outputs: {commercial: {is: yes, text: outputs may be sold, source: s}}
            derivatives: {is: bound, text: what is built on it keeps its terms, source: s}
            conditions:
              - {kind: user-cap, text: at most ten users, limit: 10, source: s}
        family:
          id: zorb
          name: Zorb
          organization: maker
        releases:
          - id: zorb-1
            name: Zorb 1
            aliases: [zorb one]
            size: [3B, 7B]
            announced: {on: 2024-01-01, source: s}
            weights: {is: available, since: 2024-01-01, source: s}
            licence: {is: MIT, source: s}
            training_data: {is: available, source: s}

        """;

    private const string Small = """
            variants:
              - id: zorb-1-3b
                name: Zorb 1 3B
                size: 3B
                licence: {is: LicenseRef-Research, source: s}

        """;

    private static readonly DateOnly Day = new(2026, 11, 24);

    [Fact]
    public void A_variant_inherits_what_it_does_not_state()
    {
        var facts = Facts(Head + Small);
        var variant = Assert.Single(facts.VariantsOf((Release)facts.Find("zorb-1")!));

        Assert.Equal("LicenseRef-Research", variant.GetEffective(Properties.Licence, Day).Value);
        Assert.Equal("2024-01-01", variant.WeightsOut!.Value.Text);
        Assert.Equal("zorb", facts.FamilyOf(variant)!.Id);
        Assert.DoesNotContain(variant, facts.Releases);
    }

    [Fact]
    public void A_variant_reads_its_release_as_edited()
    {
        var facts = Facts(Head + Small);
        var whole = facts.Find("zorb-1")!.Subject;
        var edited = whole with { Statements = [.. whole.Statements.Where(statement => statement.Property != Components.Weights)] };

        var after = facts.With([edited]);

        Assert.Null(((Release)after.Find("zorb-1-3b")!).WeightsOut);
        Assert.NotNull(((Release)facts.Find("zorb-1-3b")!).WeightsOut);
    }

    [Theory]
    [InlineData("is zorb 1 3b open source", "non-commercial-weights")]
    [InlineData("is zorb one 3b open source", "non-commercial-weights")]
    [InlineData("is zorb 1 open source", "open-weights")]
    public void A_size_is_answered_for_itself(string question, string verdict) =>
        Assert.Equal(verdict, AnswerJsonOf(question).Verdict is { } kind ? AiNewsBot.Facts.Verdicts.VerdictText.ToSlug(kind) : null);

    [Fact]
    public void An_answer_on_a_release_names_the_variants_under_other_terms() =>
        Assert.Contains(
            "Other terms hold for Zorb 1 3B: Research Licence.",
            AnswerJsonOf("what licence is zorb 1 under").Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Applies_to_is_a_claim_of_the_variants_that_it_names()
    {
        var facts = Facts(
            Head.Replace(
                "licence: {is: MIT, source: s}",
                "licence: [{is: MIT, source: s}, {is: LicenseRef-Research, applies_to: [3B], source: s}]",
                StringComparison.Ordinal
            ) + "    variants:\n      - {id: zorb-1-3b, name: Zorb 1 3B, size: 3B}\n"
        );

        Assert.Equal("MIT", facts.Find("zorb-1")!.GetEffective(Properties.Licence, Day).Value);
        Assert.Equal("LicenseRef-Research", facts.Find("zorb-1-3b")!.GetEffective(Properties.Licence, Day).Value);
    }

    [Theory]
    [InlineData("    licence: {is: MIT, applies_to: [70B], source: s}\n", "'applies_to' names '70B'")]
    [InlineData("    variants: [{id: zorb-1-9b, name: Zorb 1 9B, size: 9B}]\n", "has no size '9B'")]
    [InlineData("    variants: [{id: zorb-1-x, name: Zorb 1 X, colour: red}]\n", "a variant has no key 'colour'")]
    [InlineData(
        "    variants: [{id: zorb-1-x, name: Zorb 1 X, announced: {on: 2025-01-01, source: s}}]\n",
        "say since when its own are out"
    )]
    [InlineData("    based_on: {is: nothing, source: s}\n", "no release or family 'nothing'")]
    public void A_fault_in_a_variant_is_named(string lines, string message)
    {
        var text = lines.StartsWith("    licence", StringComparison.Ordinal)
            ? Head.Replace("    licence: {is: MIT, source: s}\n", lines, StringComparison.Ordinal)
            : Head + lines;

        Assert.Contains(Read(text).Errors, fault => fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Training_data_are_under_no_licence_that_was_not_read()
    {
        var release = (Release)Facts(Head).Find("zorb-1")!;

        Assert.Null(release.GetLicence(Components.TrainingData, Day).Value);
        Assert.Equal("MIT", release.GetLicence(Components.TrainingCode, Day).Value);
    }

    [Fact]
    public void A_model_on_a_base_whose_terms_bind_says_so()
    {
        var facts = Facts(
            Head
                + Small
                + "  - id: tune-1\n    name: Tune 1\n    announced: {on: 2024-02-01, source: s}\n    weights: {is: available, since: "
                + "2024-02-01, source: s}\n"
                + "    licence: {is: MIT, source: s}\n    based_on: {is: zorb-1-3b, source: s}\n"
        );

        Assert.Contains(
            "It is built on Zorb 1 3B, and Research Licence binds what is built on it: what is built on it keeps its terms.",
            new Answerer(facts).Ask("what licence is tune 1 under", Day).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Software_is_told_as_software_with_its_own_licence()
    {
        var facts = Facts(
            Head
                + "software:\n  - id: runner\n    name: Runnerware\n    kind: runtime\n    about: A program that runs models.\n    "
                + "uses: [zorb-1]\n    licence: {is: MIT, source: s}\n"
        );

        var answer = new Answerer(facts).Ask("is runnerware open source", Day);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Null(answer.Verdict);
        Assert.Contains("Runnerware is software, not a model: A program that runs models.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("MIT License (MIT), which the Open Source Initiative approved", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_licence_says_what_holds_for_outputs_and_derivatives()
    {
        var licence = Facts(Head).Licence("LicenseRef-Research")!;

        Assert.Equal(
            ("yes", "outputs may be sold"),
            (licence.TermsOf(Properties.OutputsCommercial)!.Value, licence.TermsOf(Properties.OutputsCommercial)!.Qualifier("text"))
        );
        Assert.Equal("bound", licence.TermsOf(Properties.Derivatives)!.Value);
        Assert.Equal("10", Assert.Single(licence.Conditions).Statement.Qualifier("limit"));
    }

    private static Answer AnswerJsonOf(string question) => new Answerer(Facts(Head + Small)).Ask(question, Day);

    private static FactBase Facts(string text)
    {
        var result = Read(text);
        Assert.Empty(result.Errors);
        return FactBase.Create(result.Dataset!.Subjects);
    }

    private static DatasetResult Read(string text) =>
        DatasetReader.Read([
            new DatasetFile("dataset.yaml", () => new StringReader("version: 1\nreleased: 2026-11-24\n")),
            new DatasetFile("families/zorb.yaml", () => new StringReader(text)),
        ]);
}
