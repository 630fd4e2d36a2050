using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Names that are in no facts, beside and like those that are. A few of them
/// may be in the facts one day: a share is asked for.</summary>
public sealed class UnknownNameTests(ITestOutputHelper output)
{
    private static readonly FactBase Facts = ShippedFacts.Base;
    private static readonly Answerer Answerer = new(Facts);
    private static readonly QuestionReader Reader = new(Facts, Languages.Lexicon);

    [Fact]
    public void A_known_neighbour_hardly_ever_answers_for_an_unknown_name()
    {
        var questions = NameTraining.RowsOf("unknown.txt").ToArray();

        var answered = questions
            .Where(question => Answerer.Ask(question, FactBuilder.Today).Status is AnswerStatus.Answered or AnswerStatus.NoFact)
            .ToArray();

        output.WriteLine($"{answered.Length} of {questions.Length}: {string.Join("; ", answered)}");
        Assert.True(answered.Length <= 0.04 * questions.Length, string.Join("; ", answered));
    }

    [Theory]
    [InlineData("is baichuan-9b open source", "Baichuan")]
    [InlineData("is GLM-10B open source", "GLM")]
    [InlineData("is chatgpt atlas open source", "atlas")]
    [InlineData("what license is dolphin 2.9 mixtral", "dolphin")]
    [InlineData("SmolVLM2 9B dataset available?", "SmolVLM2")]
    [InlineData("zorvoxel licence", "zorvoxel")]
    public void Another_size_product_or_version_than_any_known_is_unknown(string question, string named)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains(named, answer.Lead, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("PSA: is llama 3.1 open source?")]
    [InlineData("[Discussion] is llama 3.1 open source?")]
    [InlineData("our e-commerce start-up asks: is llama 3.1 open source?")]
    [InlineData("क्या llama 3.1 ओपन सोर्स है")]
    public void Tags_of_posts_and_words_of_another_script_are_no_names(string question)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal("llama-3.1", Assert.Single(answer.Subjects).Id);
        Assert.DoesNotContain("don't know", answer.Text);
    }

    [Theory]
    [InlineData("is {0} open source")]
    [InlineData("what license is {0} under")]
    [InlineData("Can I use {0} commercially?")]
    [InlineData("{0} license?")]
    [InlineData("are the weights of {0} public")]
    [InlineData("when was {0} released")]
    [InlineData("who makes {0}")]
    [InlineData("is {0} more open than llama 3")]
    public void A_made_up_name_is_not_answered_for_another(string form)
    {
        var random = new Random(7);
        string[] begin = ["zor", "vax", "quil", "mub", "tren", "plov", "snar", "kestr", "umbr", "gly"],
            end = ["blex", "onix", "dara", "vault", "ithra", "mondo", "wick", "zilla", "plume", "tonic"];
        string[] tail = ["", "-7b", " 3", "-chat", "LM", "-vl-2", " xl", "net"];
        var questions = Enumerable
            .Range(0, 60)
            .Select(_ =>
                string.Format(null, form, begin[random.Next(begin.Length)] + end[random.Next(end.Length)] + tail[random.Next(tail.Length)])
            )
            .ToArray();

        var answered = questions
            .Where(question => Answerer.Ask(question, FactBuilder.Today).Status is AnswerStatus.Answered or AnswerStatus.NoFact)
            .ToArray();

        Assert.True(answered.Length == 0, string.Join("; ", answered));
    }

    [Theory]
    [InlineData("ZoLID is apache but uses flux dev, can it be used commercially", "ZoLID", "flux.1-dev")]
    [InlineData("does using llama2 make mTORQ-Owl open for commercial use", "mTORQ-Owl", "llama-2")]
    public void The_licence_of_the_base_of_an_unknown_name_is_told(string question, string unknown, string known)
    {
        var mentions = Reader.Read(question, FactBuilder.Today).Mentions;
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(unknown, Assert.Single(mentions, mention => mention.Role == MentionRole.Subject).Typed);
        Assert.Equal(known, Assert.Single(mentions, mention => mention.Role == MentionRole.Base).Candidates[0].Id);
        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.StartsWith($"I don't know {unknown}.", answer.Lead);
        Assert.Equal(known, Assert.Single(answer.Choices).Id);
    }

    [Theory]
    [InlineData("falcon osprey license", "falcon osprey")]
    [InlineData("what license is open_whisper under", "open_whisper")]
    [InlineData("is gpt-crawler open source", "gpt-crawler")]
    [InlineData("is grok 2 mini open weights", "grok 2 mini")]
    public void Name_that_continues_a_known_one_is_one_unknown_name(string question, string name)
    {
        var mention = Assert.Single(Reader.Read(question, FactBuilder.Today).Mentions);

        Assert.True(mention.IsUnknown);
        Assert.Equal(name, mention.Typed);
        Assert.NotEmpty(mention.Nearest);
    }

    [Fact]
    public void Every_unknown_name_is_told()
    {
        var answer = Answerer.Ask("Quillon is CC BY-NC, can we still use TundraLM-o commercially", FactBuilder.Today);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("Quillon", answer.Lead);
        Assert.Contains("TundraLM-o", answer.Lead);
    }

    [Theory]
    [InlineData("Claude Monet exhibition opens in Paris")]
    [InlineData("SpaceX Falcon 9 launches 23 satellites")]
    [InlineData("a llama spat at me")]
    [InlineData("the value of phi is 1.618")]
    [InlineData("my zodiac sign is gemini")]
    [InlineData("apply for an o1 visa")]
    public void A_namesake_is_no_model(string text) => Assert.Empty(Answerer.SubjectsIn(text));

    [Theory]
    [InlineData("is phi open", "phi")]
    [InlineData("whisper license", "whisper")]
    [InlineData("Meta releases Llama 4", "llama-4")]
    [InlineData("are the llamas open source", "llama")]
    public void A_model_is_one(string text, string id) => Assert.Contains(Answerer.SubjectsIn(text), subject => subject.Id == id);

    [Theory]
    [InlineData("grok 1", "grok-1")]
    [InlineData("Llama 3", "llama-3")]
    [InlineData("mistral ai", "mistral-ai")]
    [InlineData("apache 2.0", "apache-2.0")]
    [InlineData("deepsek r1", "deepseek-r1")]
    public void A_name_alone_resolves_to_its_subject(string name, string id) =>
        Assert.Equal(id, Answerer.Resolve(name)?.Id, ignoreCase: true);

    [Theory]
    [InlineData("")]
    [InlineData("is grok 1 open source")]
    [InlineData("grok 1 and llama 3")]
    [InlineData("quillon 7")]
    [InlineData("grok 77")]
    public void Text_that_is_not_the_name_of_one_subject_does_not_resolve(string text) => Assert.Null(Answerer.Resolve(text));
}
