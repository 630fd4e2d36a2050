using System.Text;
using System.Text.Json;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Answers;

/// <summary>What is told of a matter or a program, and what there is to know of a model in a few lines.</summary>
public sealed class TopicAndSoftwareTests
{
    [Theory]
    [InlineData(
        "licence Permissive",
        "Its own code is under Permissive, which the Open Source Initiative approved.",
        AnswerStatus.Answered
    )]
    [InlineData("licence Capped", "It is under Capped, which the Open Source Initiative has not approved.", AnswerStatus.Answered)]
    [InlineData("event It came out. 2024", "The facts name no licence of its own.", AnswerStatus.Answered)]
    [InlineData("note nothing", "The facts name no licence of its own.", AnswerStatus.NoFact)]
    public void Software_is_told_with_its_own_licence(string line, string how, AnswerStatus status)
    {
        var facts = Asked.Facts([Tool(line)], "one = weights unavailable");

        var answer = Asked.Of("tool", Aspect.Openness, facts);

        Assert.Equal(("tool is software, not a model: It runs models.", how, status), (answer.Lead, answer.How, answer.Status));
        Assert.Equal("Models that it uses, which have terms of their own: one.", answer.Notes[0]);
    }

    [Fact]
    public void Sentence_that_shares_most_with_the_question_is_told_first()
    {
        var topic = FactLine.Subject(
            SubjectKind.Topic,
            "rain",
            "says Rain is water that falls from clouds.",
            "says The wettest month was February 2024.",
            "says Umbrellas keep people dry."
        );

        Assert.Equal("Rain is water that falls from clouds.", Ask(topic, "what is rain").Lead);
        Assert.Equal("Umbrellas keep people dry.", Ask(topic, "do umbrellas keep anybody dry").Lead);
        Assert.Equal(2, Ask(topic, "do umbrellas keep anybody dry").Notes.Length);
    }

    [Fact]
    public void Who_asks_when_is_told_the_dated_sentence() =>
        Assert.Equal(
            "It began.",
            Ask(FactLine.Subject(SubjectKind.Topic, "rain", "says It falls.", "says It began. 2024-02-01"), "when did it happen").Lead
        );

    [Theory]
    [InlineData("does rain make people wet", "Yes. Rain makes wet.", true)]
    [InlineData("does rain not make people wet", "No. Rain makes wet.", true)]
    [InlineData("does rain make people dry", "No. It makes nobody dry.", false)]
    [InlineData("what does rain make of people", "Rain makes wet.", null)]
    [InlineData("is snow cold", "Rain makes wet.", null)]
    public void Assertion_is_judged_where_a_sentence_decides_it(string question, string lead, bool? holds)
    {
        var topic = FactLine.Subject(
            SubjectKind.Topic,
            "rain",
            "says Rain makes wet. | affirms: rain makes people wet",
            "says It makes nobody dry. | denies: rain makes people dry"
        );

        var answer = Ask(topic, question);

        Assert.Equal(lead, answer.Lead);
        Assert.Equal(holds, answer.Proposition?.Holds);
    }

    [Fact]
    public void Overview_tells_openness_and_then_licence_use_dates_and_maker()
    {
        var release = Asked.One(Aspect.Overview, "announced 2024-01-01; weights available 2024-01-01; licence Permissive");
        var family = Asked.Family(Aspect.Overview, "a = weights unavailable");

        Assert.Equal(
            "licence: one is under Permissive. / commercial use: Yes: Permissive allows commercial use of one. / "
                + "dates: one was announced, with its weights, on 2024-01-01. / maker: one is made by Maker.",
            release.Rows()
        );
        Assert.StartsWith("a: closed / commercial use: Family has no published weights", family.Rows(), StringComparison.Ordinal);
        Assert.EndsWith("maker: Family is made by Maker.", family.Rows(), StringComparison.Ordinal);
    }

    [Fact]
    public void Overview_for_what_no_fact_tells_says_so_first()
    {
        var context = FactBuilder.Context() with { Facts = Asked.Facts("one = weights unavailable") };
        context = context with { Question = context.Question with { AsksOther = true } };

        Assert.Equal(
            "My facts do not tell that of one: they are on openness, licences, components, dates and makers. "
                + "one is closed: its weights are not published.",
            OverviewAnswers.Create(context, context.Facts.Find("one")!).Lead
        );
    }

    // The state that programs read is beside the text, and never in it.
    [Fact]
    public void Json_tells_licence_outputs_releases_and_variants()
    {
        var facts = Asked.Facts("one = weights available 2024-03-01; licence Outputs ..2025-01-01; licence Terms 2025-01-01");
        using var json = Write(Asked.Of("one", Aspect.Licence, facts));

        var licence = json.RootElement.GetProperty("licence");
        Assert.Equal(
            ("Terms", "conditional", false),
            (Text(licence, "id"), Text(licence, "commercialUse"), licence.GetProperty("osiApproved").GetBoolean())
        );
        Assert.Equal(
            ["user-cap: At most a million users.", "naming: Name the model."],
            licence.GetProperty("conditions").EnumerateArray().Select(one => $"{Text(one, "id")}: {Text(one, "text")}")
        );
        var release = json.RootElement.GetProperty("releases")[0];
        Assert.Equal(
            ("one", "restricted-weights", "Terms", "2025-01-01"),
            (Text(release, "id"), Text(release, "verdict"), Text(release, "licence"), Text(release, "since"))
        );
        Assert.Equal("unknown", Text(json.RootElement.GetProperty("outputs"), "training"));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("variantOf").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("datasetVersion").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("proposition").ValueKind);
    }

    [Fact]
    public void Json_of_a_licence_tells_its_terms_for_outputs()
    {
        using var json = Write(Asked.Of("Outputs", Aspect.Licence, Asked.Facts()));

        var outputs = json.RootElement.GetProperty("outputs");
        Assert.Equal(("yes", "unknown", "no"), (Text(outputs, "commercialUse"), Text(outputs, "ownership"), Text(outputs, "training")));
        Assert.Equal(
            ["outputs_commercial", "outputs_training", "derivatives"],
            outputs.GetProperty("conditions").EnumerateArray().Select(one => Text(one, "id"))
        );
    }

    [Theory]
    [InlineData(SubjectKind.Release, "release")]
    [InlineData(SubjectKind.Family, "family")]
    [InlineData(SubjectKind.Organization, "organization")]
    [InlineData(SubjectKind.Licence, "licence")]
    [InlineData(SubjectKind.Software, "software")]
    [InlineData(SubjectKind.Topic, "topic")]
    [InlineData(SubjectKind.Words, "words")]
    public void Json_names_the_kind_of_a_subject(SubjectKind kind, string name)
    {
        var facts = FactBase.Create([FactLine.Subject(kind, "x")]);

        using var json = Write(
            new Answer
            {
                Question = "",
                Status = AnswerStatus.NoFact,
                Lead = "",
                Subjects = [facts.Find("x")!],
            }
        );

        Assert.Equal(name, Text(json.RootElement.GetProperty("subjects")[0], "kind"));
    }

    [Theory]
    [InlineData(AnswerStatus.Answered, "answered")]
    [InlineData(AnswerStatus.Ambiguous, "ambiguous")]
    [InlineData(AnswerStatus.UnknownSubject, "unknown_subject")]
    [InlineData(AnswerStatus.NoFact, "no_fact")]
    [InlineData(AnswerStatus.OutOfScope, "out_of_scope")]
    public void Json_names_the_status(AnswerStatus status, string name)
    {
        using var json = Write(
            new Answer
            {
                Question = "q",
                Status = status,
                Lead = "l",
                Proposition = new AnsweredProposition("p", null),
                DatasetVersion = 7,
            }
        );

        Assert.Equal(
            (name, "q", "l"),
            (Text(json.RootElement, "status"), Text(json.RootElement, "question"), Text(json.RootElement, "answer"))
        );
        Assert.Equal(
            (JsonValueKind.Null, 7),
            (
                json.RootElement.GetProperty("proposition").GetProperty("holds").ValueKind,
                json.RootElement.GetProperty("datasetVersion").GetInt32()
            )
        );
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static JsonDocument Write(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            AnswerJson.Write(writer, answer);
        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static Answer Ask(Subject topic, string question)
    {
        var context = FactBuilder.Context() with { Facts = FactBase.Create([topic]) };
        context = context with { Question = context.Question with { Tokens = Tokenizer.Split(question) } };
        return TopicAnswers.Create(context, context.Facts.Find(topic.Id)!);
    }

    private static Subject Tool(string line) =>
        FactLine.Subject(SubjectKind.Software, "tool", line) with
        {
            About = "It runs models.",
            Related = ["one"],
        };
}
