using System.Collections.Immutable;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.DatasetReading;

/// <summary>What is said of each kind of subject that is written otherwise than it should be, with the line.</summary>
public sealed class SubjectFaultTests
{
    private const string Known = """
        organizations:
          - {id: maker, name: Maker}
        licences:
          - {id: MIT, name: MIT License}
        family: {id: family, name: Family, organization: maker}
        """;

    private const string Licence = "licences:\n  - id: L\n    name: L\n    ";
    private const string Software = "software:\n  - id: tool\n    name: Tool\n    ";
    private const string Topic = "topics:\n  - id: t\n    name: T\n    ";
    private const string Family = "family:\n  id: other\n  name: Other\n  organization: maker\n  ";
    private const string Release = "family: family\nreleases:\n  - id: one\n    name: One\n    size: [3B, 7B]\n    ";

    [Theory]
    [InlineData(
        "colour: red",
        1,
        "a dataset file has no key 'colour'; it takes asks, family, licences, organizations, releases, software, sources, topics"
    )]
    [InlineData("organizations: one", 1, "'organizations' is a list")]
    [InlineData("organizations: [one]", 1, "an item of 'organizations' is written as keys with values")]
    [InlineData("organizations:\n  - {name: Nameless}", 2, "'id' is missing")]
    [InlineData("organizations:\n  - {id: other, name: [a]}", 2, "'name' is a text")]
    [InlineData("organizations:\n  - {id: other, name: \"\"}", 2, "'name' is a text")]
    [InlineData("organizations:\n  - {id: other, name: O, aliases: x}", 2, "'aliases' is a list of texts")]
    [InlineData("organizations:\n  - {id: other, name: O, aliases: [[x]]}", 2, "'aliases' is a list of texts")]
    [InlineData("organizations:\n  - {id: Other, name: O}", 2, "'Other' is no id: lower-case letters, digits, dots and dashes")]
    [InlineData("organizations:\n  - {id: a--b, name: O}", 2, "'a--b' is no id")]
    [InlineData("organizations:\n  - {id: other, name: O, colour: red}", 2, "an organisation has no key 'colour'")]
    [InlineData("organizations:\n  - {id: other, name: O, country: {is: usa, source: maker}}", 2, "'country' cannot be 'usa'")]
    [InlineData("organizations:\n  - {id: other, name: O, events: [{kind: other, on: 2024, source: maker}]}", 2, "'what' is missing")]
    [InlineData(
        "organizations:\n  - {id: o, name: O, events: [{kind: other, what: x, on: 2024, source: maker, why: {text: so, source: maker}}]}",
        2,
        "'why' is for events of kind licence"
    )]
    public void Fault_of_a_file_or_organisation_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(text, line, message);

    [Theory]
    [InlineData("commercial: {is: maybe, source: maker}", 4, "'commercial' cannot be 'maybe': it is yes, conditional or no")]
    [InlineData("osi_approved: {is: yes, source: maker}", 4, "'osi_approved' cannot be 'yes': it is true or false")]
    [InlineData("conditions: [{kind: cap, text: x, source: maker}]", 4, "'condition' cannot be 'cap'")]
    [InlineData("conditions: [{kind: user-cap, source: maker}]", 4, "'text' is missing")]
    [InlineData("conditions: [{kind: user-cap, text: x}]", 4, "a claim without source")]
    [InlineData(
        "conditions: [{kind: user-cap, text: x, limit: 1.5m, source: maker}]",
        4,
        "'limit' is a whole number: of users, or of US dollars"
    )]
    [InlineData("conditions: [{kind: user-cap, text: x, asks: money, source: maker}]", 4, "'asks' is registration or royalty")]
    [InlineData("conditions: [{kind: user-cap, text: x, source: maker, why: so}]", 4, "'why' is written as keys with values")]
    [InlineData("conditions: [{kind: user-cap, text: x, source: maker, why: {source: maker}}]", 4, "'text' is missing")]
    [InlineData("conditions: [{kind: user-cap, text: x, source: maker, why: {text: so}}]", 4, "a claim without source")]
    [InlineData(
        "conditions: [{kind: user-cap, text: x, source: maker, why: {text: so, source: maker, by: them}}]",
        4,
        "a reason has no key 'by'"
    )]
    [InlineData("conditions: [{kind: user-cap, text: x, colour: red, source: maker}]", 4, "a condition has no key 'colour'")]
    [InlineData(
        "outputs: {colour: {is: yes, source: maker}}",
        4,
        "'outputs' has no key 'colour'; it takes commercial, ownership, training"
    )]
    [InlineData("outputs: {ownership: {is: me, source: maker}}", 4, "'outputs_ownership' cannot be 'me': it is user, maker or unclaimed")]
    [InlineData("derivatives: {is: some, source: maker}", 4, "'derivatives' cannot be 'some': it is bound, conditional or free")]
    [InlineData("colour: red", 4, "a licence has no key 'colour'")]
    [InlineData("aliases: [MIT license]", 2, "'L' is called 'mitlicense', and so is 'MIT'")]
    public void Fault_of_a_licence_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(Licence + text, line, message);

    [Theory]
    [InlineData("about: x", 2, "'kind' is missing")]
    [InlineData("kind: game", 4, "'game' is no kind of software: write runtime, library, application, service")]
    [InlineData("{kind: runtime, organization: nobody}", 2, "there is no organization 'nobody'")]
    [InlineData("{kind: runtime, organization: family}", 2, "there is no organization 'family'")]
    [InlineData("{kind: runtime, uses: [ghost]}", 2, "'tool' is about 'ghost', which does not exist")]
    [InlineData("{kind: runtime, licence: {is: Nope, source: maker}}", 2, "there is no licence 'Nope'")]
    [InlineData("{kind: runtime, licence: {is: family, source: maker}}", 2, "there is no licence 'family'")]
    [InlineData("{kind: runtime, colour: red}", 2, "a piece of software has no key 'colour'")]
    public void Fault_of_software_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(
            text.StartsWith('{')
                ? $"software:\n  - {text.Replace("{kind", "{id: tool, name: Tool, kind", StringComparison.Ordinal)}"
                : Software + text,
            line,
            message
        );

    [Theory]
    [InlineData("kind: topic", 2, "'t' says nothing: add 'says'")]
    [InlineData("kind: story", 4, "'story' is no kind of topic: write topic or definition")]
    [InlineData("says: [{is: It rains., source: maker}]", 2, "'kind' is missing")]
    [InlineData("says: [{is: It rains.}]", 4, "a claim without source: add 'source: key' and describe the key under 'sources'")]
    [InlineData("says: [{is: It rains., colour: red, source: maker}]", 4, "a sentence has no key 'colour'")]
    [InlineData("about: [ghost]", 2, "'t' is about 'ghost', which does not exist")]
    [InlineData("colour: red", 4, "a topic has no key 'colour'")]
    public void Fault_of_a_topic_is_named_with_its_line(string text, int line, string message) => AssertFault(Topic + text, line, message);

    [Theory]
    [InlineData("asks: {rain: [does it rain]}", 1, "'rain' is no topic: 'asks' adds to one of another file")]
    [InlineData("asks: {family: [does it rain]}", 1, "'family' is no topic: 'asks' adds to one of another file")]
    [InlineData("asks: {rain: does it rain}", 1, "'rain' is a list of texts")]
    [InlineData("asks: [does it rain]", 1, "'asks' is written as keys with values")]
    public void Fault_of_further_ways_of_asking_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(text, line, message);

    [Fact]
    public void Sentence_over_a_thousand_characters_is_refused_without_being_repeated()
    {
        var fault = AssertFault($"{Topic}says: [{{is: {new string('x', 1001)}, source: maker}}]", 4, "'says' takes a text of at most 1000");

        Assert.DoesNotContain("xxx", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("promises: [{what: x, by: M, source: maker}]", 5, "'made' is missing: the date of the promise")]
    [InlineData("promises: [{what: x, made: 2024, source: maker}]", 5, "'by' is missing")]
    [InlineData(
        "promises: [{what: x, by: M, made: 2024-03, due: 2024-02, source: maker}]",
        5,
        "dates out of order: 'due' lies before 'made'"
    )]
    [InlineData("promises: [{what: x, by: M, made: 2024-03, fulfilled: 2023, source: maker}]", 5, "'fulfilled' lies before 'made'")]
    [InlineData("promises: [{what: x, by: M, made: 2024, restated: [soon], source: maker}]", 5, "'restated' is a list of dates")]
    [InlineData("promises: [{what: x, by: M, made: 2024, about: [ghost], source: maker}]", 5, "'ghost' does not exist")]
    [InlineData("promises: [{what: x, by: M, made: 2024, colour: red, source: maker}]", 5, "a promise has no key 'colour'")]
    [InlineData("defaults: {colour: {is: available, source: maker}}", 5, "'defaults' has no key 'colour'")]
    [InlineData("colour: red", 5, "a family has no key 'colour'")]
    [InlineData("events: [{what: x, kind: party, on: 2024, source: maker}]", 5, "'party' is no kind of event: write announcement, release")]
    [InlineData("events: [{what: x, kind: other, on: 2024, about: [ghost], source: maker}]", 5, "'ghost' does not exist")]
    [InlineData("events: [{what: x, kind: other, on: 2024, colour: red, source: maker}]", 5, "an event has no key 'colour'")]
    public void Fault_of_a_family_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(Family + text, line, message);

    [Theory]
    [InlineData("family: {id: other, name: Other}", 1, "'organization' is missing")]
    [InlineData("family: {id: other, name: Other, organization: family}", 1, "there is no organization 'family'")]
    [InlineData("family: ghost\nreleases:\n  - {id: one, name: One}", 3, "there is no family 'ghost'")]
    [InlineData("releases:\n  - {id: one, name: One}", 2, "releases need a 'family' in the same file")]
    [InlineData("family: family\ndefaults: {colour: red}", 2, "'defaults' has no key 'colour'")]
    [InlineData("family: [family]", 1, "'family' is written as keys with values")]
    public void Fault_of_the_family_of_a_release_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(text, line, message);

    [Theory]
    [InlineData("announced: {source: maker}", 6, "'on' is missing: the date of the announcement")]
    [InlineData("announced: {on: soon, source: maker}", 6, "'soon' is no date")]
    [InlineData("announced: {on: 2024, colour: red, source: maker}", 6, "'announced' has no key 'colour'")]
    [InlineData("based_on: {is: ghost, source: maker}", 6, "there is no release or family 'ghost' to be based on")]
    [InlineData("based_on: {is: maker, source: maker}", 6, "there is no release or family 'maker' to be based on")]
    [InlineData("licences: {colour: {is: MIT, source: maker}}", 6, "'licences' has no key 'colour'")]
    [InlineData("licences: {training_code: {is: Nope, source: maker}}", 6, "there is no licence 'Nope'")]
    [InlineData("paper: yes", 6, "a claim of 'paper' is written as keys with values")]
    [InlineData("paper: {source: maker}", 6, "'is' is missing")]
    [InlineData(
        "paper: {is: available, rank: best, source: maker}",
        6,
        "'best' is no rank: write preferred, normal, disputed or deprecated"
    )]
    [InlineData("paper: {is: available, checked: 2024-03, source: maker}", 6, "'checked' is one day, such as 2026-11-24")]
    [InlineData("paper: {is: available, source: [maker, ghost]}", 6, "no source 'ghost' in this file")]
    [InlineData("paper: {is: available, source: {a: b}}", 6, "a claim without source")]
    [InlineData("paper: {is: available, text: x, source: maker}", 6, "a claim has no key 'text'")]
    [InlineData("licence: [{is: MIT, until: 2024, source: maker}, {is: MIT, source: maker}]", 6, "the next begins on no date")]
    [InlineData("licence: [{is: MIT, until: 2024, source: maker}, {is: MIT, since: 2025, source: maker}]", 6, "the next begins on 2025")]
    [InlineData(
        "licence: {is: MIT, applies_to: [9B], source: maker}",
        6,
        "'applies_to' names '9B', which is no variant of 'one' and no size of one"
    )]
    [InlineData("variants: [{id: small, name: One 9B, size: 9B}]", 6, "'one' has no size '9B': its sizes are 3B, 7B")]
    [InlineData("variants: [{id: small, name: One Small, colour: red}]", 6, "a variant has no key 'colour'")]
    [InlineData("variants: [{id: small, name: One Small, modality: smell}]", 6, "'smell' is no modality: write text, code, image")]
    [InlineData("variants: [{id: one, name: One Small}]", 6, "the id 'one' is used twice")]
    public void Fault_of_a_release_is_named_with_its_line(string text, int line, string message) =>
        AssertFault(Release + text, line, message);

    [Theory]
    [InlineData("2024-02-01", 1)]
    [InlineData("2024-01", 0)]
    public void Variant_announced_after_the_weights_of_its_release_says_when_its_own_came_out(string announced, int faults) =>
        Assert.Equal(
            faults,
            Faults(
                    Release
                        + "weights: {is: available, since: 2024-01-15, source: maker}\n    "
                        + $"variants: [{{id: small, name: One Small, announced: {{on: {announced}, source: maker}}}}]"
                )
                .Count(fault => fault.Message.Contains("say since when its own are out", StringComparison.Ordinal))
        );

    // Weights that were claimed and refuted never came out, and need no date.
    [Theory]
    [InlineData("weights: {is: available, source: maker}", true)]
    [InlineData("weights: {is: partial, source: maker}", true)]
    [InlineData("weights: {is: unavailable, source: maker}", false)]
    [InlineData("weights: {is: available, rank: deprecated, source: maker}", false)]
    [InlineData("paper: {is: available, source: maker}", false)]
    public void Published_weights_need_a_date(string text, bool needsDate) =>
        Assert.Equal(needsDate, Faults(Release + text).Any(fault => fault.Message.Contains("need 'since'", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{is: MIT, source: maker}, {is: MIT, rank: disputed, source: press}")]
    [InlineData("{is: MIT, until: 2024-03, source: maker}, {is: MIT, since: 2024-03, source: maker}")]
    [InlineData("{is: MIT, source: maker}, {is: MIT, rank: deprecated, until: 2023, source: press}")]
    public void Claims_that_follow_one_another_or_are_ranked_below_leave_no_gap(string claims) =>
        Assert.Empty(Faults($"{Release}licence: [{claims}]"));

    private static DatasetError AssertFault(string text, int line, string message)
    {
        var fault = Assert.Single(Faults(text), fault => fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(("x.yaml", line), (fault.File, fault.Line));
        return fault;
    }

    private static ImmutableArray<DatasetError> Faults(string text) =>
        YamlFacts.ReadFiles(null, ("known.yaml", Known), ("x.yaml", text)).Errors;
}
