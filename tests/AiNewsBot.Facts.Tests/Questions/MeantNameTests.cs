using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Which names a question means, and which words beside them are none.</summary>
public sealed class MeantNameTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("which of these may I use commercially: kokoro 82M, XTTS v2, F5-TTS, chatterbox, bark, ChatTTS?", 6)]
    [InlineData("compare the licences of Mistral 7B, Gemma 3, Phi-4, OLMo 2 and Falcon 3", 5)]
    public void Each_of_many_names_is_told_in_a_line(string question, int count)
    {
        var answer = Ask(question);

        Assert.Equal(count, answer.Subjects.Length);
        Assert.Equal(count, answer.Rows.Length);
    }

    [Fact]
    public void What_a_licence_asks_of_those_who_earn_is_told_in_the_line() =>
        Assert.Contains(
            Ask("which can we use commercially: flux schnell, flux dev, sd3.5 large, kolors?").Rows,
            row => row.Label == "Stable Diffusion 3.5 Large" && row.Value.Contains("one million US dollars", StringComparison.Ordinal)
        );

    [Fact]
    public void Of_a_family_among_many_it_is_told_which_releases_are_how_open() =>
        Assert.Contains(
            Ask("which were really open: LLaMA, Alpaca, Pythia, GPT-J, BLOOM?").Rows,
            row => row.Label == "Llama" && row.Value.EndsWith("LLaMA 1: non-commercial weights", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("must the training data of an Open AI model be public?")]
    [InlineData("can an open AI system keep its data secret?")]
    public void An_open_AI_model_is_none_of_OpenAI(string question) =>
        Assert.DoesNotContain(Ask(question).Subjects, subject => subject.Id == "openai");

    [Fact]
    public void An_OpenAI_model_is_one() =>
        Assert.Contains("openai", Ask("is any OpenAI model open source").Subjects.Select(view => view.Id));

    [Theory]
    [InlineData("xAI open sourced grok 3 years ago, right?", "grok-3")]
    [InlineData("was llama 2 days late?", "llama-2")]
    public void A_number_that_counts_is_no_version(string question, string not) =>
        Assert.DoesNotContain(Answerer.Read(question, FactBuilder.Today).Links, link => link.Subject.Id == not);

    [Fact]
    public void A_percentage_is_no_version() =>
        Assert.DoesNotContain("99", Ask("if I merge SDXL 99% with itself, is it under its licence?").Text);

    [Fact]
    public void A_toolkit_beside_the_models_made_with_it_is_no_model_of_another_maker() =>
        Assert.DoesNotContain(
            "Mistral",
            Ask("Do Nemo ASR models come with a commercial licence? esp. canary-1b-flash and parakeet-tdt-0.6b-v3").Text
        );

    [Fact]
    public void Mistral_NeMo_is_still_called_Nemo() => Assert.Equal("mistral-nemo", Ask("nemo licence?").Subjects.Single().Id);

    [Fact]
    public void A_word_behind_a_preposition_and_a_pointer_is_no_name() =>
        Assert.DoesNotContain("StepFun", Ask("LLaVA's data: nothing of GPT-4 is involved in that step. May I use it commercially?").Text);

    [Fact]
    public void What_it_is_likened_to_is_not_asked_about_alone()
    {
        var answer = Ask("Our contact for Qwen2.5-3B licensing bounces. or is it apache anyway like the 7B?");

        Assert.Equal("qwen2.5-3b", answer.Subjects[0].Id);
        Assert.Contains("Qwen Research License", answer.Text);
    }

    [Theory]
    [InlineData("runwayml took stable diffusion 1.5 off huggingface. is the license gone too?", "Runway Gen")]
    [InlineData("Suno models can be sold, and is Bark by them MIT?", "Suno v4")]
    public void A_maker_that_acts_is_not_its_models(string question, string not) => Assert.DoesNotContain(not, Ask(question).Text);

    [Fact]
    public void A_program_is_asked_about_beside_its_maker()
    {
        var answer = Ask("can anthropic admit claude-code isn't open source?");

        Assert.Equal("claude-code", answer.Subjects.Single().Id);
    }

    [Fact]
    public void A_service_is_no_base_that_binds() =>
        Assert.DoesNotContain("binds", Ask("ZorbGPT is collected ChatGPT output. may I train a model on it and sell that?").Text);

    [Theory]
    [InlineData("zorbavil-7b: code Apache-2.0, plus subject to the LLaMA license. what holds for commercial use?")]
    [InlineData("Zorbligne, a french llama, is it free for commercial use?")]
    public void How_the_licences_of_a_family_differ_is_told_in_a_line_beside_an_unknown_name(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("differ by release", answer.Text);
        Assert.Empty(answer.Rows);
    }

    [Fact]
    public void The_active_size_is_part_of_a_name() => Assert.Equal("qwen3.6", Ask("is Qwen3.6-35B-A3B Apache?").Subjects.Single().Id);

    [Theory]
    [InlineData("is whisper v9 free for commercial use?", "v9")]
    [InlineData("is parakeet-tdt-0.6b-v7 CC BY?", "v7")]
    public void A_size_or_version_that_is_not_known_is_not_answered_by_its_neighbour(string question, string name)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains(name, answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_repository_of_another_owner_is_another_thing()
    {
        var answer = Ask("is openai/grok open source");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.StartsWith("I don't know openai/grok.", answer.Text);
    }

    [Fact]
    public void Numbered_questions_are_no_names() =>
        Assert.DoesNotContain("Q2", Ask("Zorbdream XL 3.1: Q1 can the images be sold? Q2 can a merge be exclusive?").Text);

    [Fact]
    public void Unknown_names_beside_each_other_are_several() =>
        Assert.StartsWith("I don't know Zorb, Illustrix and Nurb.", Ask("Zorb, Illustrix and Nurb have licensing issues?").Text);

    [Fact]
    public void The_family_beside_its_new_release_is_the_one_before() =>
        Assert.Equal(
            ["yue-1", "yue-2"],
            Answerer
                .Read("YuE was Apache, is the new YuE2 the same license?", FactBuilder.Today)
                .Links.Select(link => link.Subject.Id)
                .Where(id => id.StartsWith("yue", StringComparison.Ordinal))
        );

    [Fact]
    public void An_unknown_repository_is_told_by_the_model_that_it_is_named_after_though_its_first_word_is_a_known_name() =>
        Assert.Contains("Llama 3 Community License", Ask("dolphin-2.9-llama3-8b is uncensored, so no acceptable use policy anymore?").Text);

    [Fact]
    public void What_is_asked_in_a_sentence_of_its_own_is_told_though_another_name_is_unknown() =>
        Assert.Equal(
            AnswerStatus.Answered,
            Ask("Dolly was trained on tatsu-lab/alpaca which came from text-davinci-003. So can I use Dolly commercially?").Status
        );

    [Fact]
    public void The_distills_of_a_release_are_no_models_of_the_families_that_they_are_made_of()
    {
        const string Question = "deepseek-r1 quants have no license file. what applies to the qwen and llama distill quants?";

        Assert.DoesNotContain(Answerer.Read(Question, FactBuilder.Today).Links, link => link.Subject.Id is "llama" or "qwen");
        Assert.Contains("DeepSeek-R1", Ask(Question).Text);
    }

    [Fact]
    public void The_first_version_of_a_licence_is_the_licence() =>
        Assert.Contains(
            "BigCode",
            Ask("is ZorbCoderPlus under BigCode OpenRAIL-M v1 free for commercial use")
                .Text.Replace("I don't know", "", StringComparison.Ordinal)
        );

    [Fact]
    public void What_is_asked_behind_a_sentence_with_a_known_name_is_not_out_of_scope()
    {
        var answer = Ask("SDXL loophole: merge SDXL with itself and i put any license i want on it. untested in court so fine?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Contains("OpenRAIL++-M", answer.Text.Replace("Open RAIL++-M", "OpenRAIL++-M", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("F5-TTS checkpoints are CC-BY-NC 4.0 due to their data. may I sell a model that I retrain with the code?")]
    [InlineData("the MIT tag of Whisper, is it right?")]
    public void A_word_of_English_behind_a_licence_is_no_part_of_it(string question) =>
        Assert.DoesNotContain("I don't know", Ask(question).Text);

    [Fact]
    public void A_fine_tune_that_is_spoken_of_before_the_question_is_told_with_what_binds_it() =>
        Assert.Contains(
            "Llama 3.3 Community License binds what is built on it",
            Ask(
                "watt-tool-70B was fine-tuned from Llama-3.3-70B-Instruct but is published under Apache-2.0. "
                    + "Kinda confusing what rules ppl have to follow?"
            ).Text
        );

    [Fact]
    public void A_hub_whose_page_is_spoken_of_is_not_asked_about() =>
        Assert.DoesNotContain(
            "hugging-face",
            Answerer
                .Read("does the Apache licence apply to Sana, or is the huggingface page right?", FactBuilder.Today)
                .Links.Select(link => link.Subject.Id)
        );

    [Fact]
    public void Each_version_that_is_not_known_is_named()
    {
        var answer = Ask("are parakeet-tdt-0.6b-v7 and whisper v9 free for commercial use?");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("whisper", answer.Lead, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("v7", answer.Lead);
    }

    [Fact]
    public void What_was_years_ago_in_another_sentence_is_not_the_day_that_is_asked_of() =>
        Assert.Contains(
            "Grok-1: open weights",
            Ask("OpenAI open-sourced grok 3 years ago?? there's openai/grok on github. is that the same as elon's").Text
        );
}
