using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What is written as a name and is none of a model: licences as people write them, files, data sets, words.</summary>
public sealed class NamelessWordTests
{
    private static readonly Answerer Answerer = new(ShippedFacts.Base);

    [Theory]
    [InlineData("AGPLv3", "AGPL-3.0-only")]
    [InlineData("AGPL-3.0", "AGPL-3.0-only")]
    [InlineData("GPL-3", "GPL-3.0-only")]
    [InlineData("Apache2", "Apache-2.0")]
    [InlineData("Apache v2", "Apache-2.0")]
    [InlineData("Attribution-NonCommercial-ShareAlike 4.0", "CC-BY-NC-SA-4.0")]
    [InlineData("Attribution-NonCommercial-ShareAlike", "CC-BY-NC-SA-4.0")]
    [InlineData("Attribution-ShareAlike", "CC-BY-SA-4.0")]
    public void A_licence_is_known_as_people_write_it(string written, string id) => Assert.Equal(id, Answerer.Resolve(written)?.Id);

    [Theory]
    [InlineData("ChatTTS repo is AGPLv3 but the README says non-commercial. Can I sell it?")]
    [InlineData("MoGe-2: there is no clear mention which license model.pt is under, on HF it says MIT. Can I sell it?")]
    [InlineData("MusicGen: LICENSE_WEIGHTS says CC-BY-NC 4.0. Can the checkpoints be used commercially?")]
    [InlineData("F5-TTS checkpoints are CC-BY-NC 4.0 due to Emilia. Can the model be used commercially?")]
    [InlineData("F5-TTS checkpoints were made with the Emilia dataset. Can the model be used commercially?")]
    [InlineData("F5-TTS: checkpoints are CC-BY-NC 4.0. Codebase is MIT. Can the model be used commercially?")]
    [InlineData("is grok 2 same license as grok 1? HF calls it grok2-community")]
    [InlineData("FLUX.2 klein was described as Open-source, Apache 2.0. Of the released klein models, what's the license of the 9B?")]
    public void What_is_no_name_of_a_model_is_not_told_as_unknown(string question)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.DoesNotContain("don't know", answer.Text);
    }

    [Theory]
    [InlineData("gooaq dataset: is it Apache?", "gooaq")]
    [InlineData("Zorbnet is MIT. Can I sell it?", "Zorbnet")]
    public void What_alone_is_asked_about_is_told_all_the_same(string question, string unknown) =>
        Assert.Contains($"I don't know {unknown}", Answerer.Ask(question, FactBuilder.Today).Text);

    [Theory]
    [InlineData("We already run Qwen-Image editing in production. May we sell it?", "qwen-image")]
    [InlineData("is the FLUX.2 vae ok for commercial use?", "flux.2-vae")]
    [InlineData("is FLUX.2 editing ok for commercial use?", "flux.2")]
    [InlineData("GPT4All training on my own data: which license?", "gpt4all")]
    public void A_word_of_the_language_behind_a_name_is_no_part_of_it(string question, string id)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.Contains(answer.Subjects, subject => subject.Id == id);
        Assert.DoesNotContain("don't know", answer.Text);
    }

    [Theory]
    [InlineData("What is the license of Qwen-Image-Editor-X?")]
    [InlineData("What is the license of Qwen-Image Zorb?")]
    [InlineData("what license is falcon osprey under")]
    public void A_word_that_is_written_as_part_of_a_name_is_one(string question) =>
        Assert.Equal(AnswerStatus.UnknownSubject, Answerer.Ask(question, FactBuilder.Today).Status);
}
