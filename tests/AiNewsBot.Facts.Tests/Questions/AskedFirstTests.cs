using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>What a question asks is answered first, and once; what it only starts from is put right behind that, or not told.</summary>
public sealed class AskedFirstTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Theory]
    [InlineData("ChatTTS is CC BY-NC 4.0. Can we use it in MiniCPM-o 2.6 for commercial purpose?", "No. ChatTTS: Creative Commons")]
    [InlineData("MusicGen is CC-BY-NC 4.0. Any way to use it commercially?", "Commercial use of MusicGen is not allowed")]
    [InlineData("mms weights are cc by nc. is there any way to use them in a paid product?", "Commercial use of MMS is not allowed")]
    public void Premise_that_is_so_does_not_open_an_answer_that_is_no(string question, string opening) =>
        Assert.StartsWith(opening, Ask(question).Lead, StringComparison.Ordinal);

    [Fact]
    public void Words_of_a_premise_do_not_turn_round_what_is_asked_behind_it() =>
        Assert.StartsWith(
            "Yes: Apache License 2.0 (Apache-2.0) allows commercial use of Qwen3-Embedding.",
            Ask("Qwen3-Embedding was finetuned on MS MARCO which is non-commercial only. Can it be used for commercial purposes?").Lead,
            StringComparison.Ordinal
        );

    [Fact]
    public void No_yes_is_said_where_a_page_is_told_to_say_the_opposite() =>
        Assert.DoesNotContain(
            "Yes",
            Ask(
                "GOT-OCR2.0 - weights on HF are Apache2.0, I guess you can use it commercially? but README: data, code, and checkpoint are "
                    + "intended and licensed for research use only"
            ).Text
        );

    [Fact]
    public void Premise_that_is_not_so_is_put_right_behind_the_answer()
    {
        var answer = Ask("the node lists RMBG-2.0 as Apache-2.0. can i use RMBG-2.0 for a commercial product?");

        Assert.Contains("excludes", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("RMBG-2.0 is under Apache License 2.0: That is not so.", answer.Text);
    }

    [Theory]
    [InlineData("Phi-4 is MIT. Is that right?")]
    [InlineData("Phi-4 is MIT. true?")]
    [InlineData("one says phi-4 is MIT, another that phi-4 is apache. who is right?")]
    public void What_a_question_points_back_at_is_asked(string question) => Assert.Contains("so", Ask(question).Text);

    [Theory]
    [InlineData("is grok 2 same license as grok 1?", "No: Grok-2 is under xAI Community License, Grok-1 under Apache License 2.0")]
    [InlineData("does DeepSeek-R1 have the same terms as Phi-4?", "Yes: DeepSeek-R1 and Phi-4 are under the same licence, MIT License")]
    public void Same_licence_is_told_by_yes_or_no_and_both_licences(string question, string opening) =>
        Assert.StartsWith(opening, Ask(question).Lead, StringComparison.Ordinal);

    [Fact]
    public void Licence_that_is_likened_to_that_of_another_is_told_of_both()
    {
        var answer = Ask("is deepseek v3 MIT like R1?");

        Assert.StartsWith("No. DeepSeek-V3: under DeepSeek License Agreement", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("DeepSeek-R1 is under MIT License (MIT).", answer.Text);
    }

    [Fact]
    public void Commercial_use_of_several_is_told_of_each_with_its_licence()
    {
        var answer = Ask("MPT-30B-Chat vs MPT-30B-Instruct vs Falcon-40B, which of these can i use commercially?");

        Assert.Equal("Commercial use: MPT-30B-Instruct yes; Falcon-40B yes; MPT-30B-Chat no.", answer.Lead);
        Assert.Equal(
            ["Creative Commons Attribution Non Commercial Share Alike 4.0 (CC-BY-NC-SA-4.0)", "Apache License 2.0 (Apache-2.0)"],
            answer.Rows.Take(2).Select(row => row.Value)
        );
    }

    [Fact]
    public void Commercial_use_of_known_models_is_told_beside_an_unknown_one()
    {
        var answer = Ask("MPT-30B-Chat vs MPT-30B-Instruct vs Zorvoxel Beta, which of these can i use commercially?");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("Commercial use of MPT-30B-Chat is not allowed", answer.Text);
        Assert.DoesNotContain("open source", answer.Text);
    }

    [Fact]
    public void Licence_of_several_is_told_of_each_where_one_is_named() =>
        Assert.Equal(
            ["Phi-4, licence", "Mistral 7B, licence", "Whisper, licence"],
            Ask("Phi-4 vs Mistral 7B vs Whisper, which of them are MIT?").Rows.Select(row => row.Label)
        );

    [Theory]
    [InlineData(
        "any guidelines for commercial use of videos made with FramePack? it's apache isn't it",
        "Apache License 2.0 (Apache-2.0) of FramePack"
    )]
    [InlineData(
        "can I use the images in my shop if they come from FLUX.1 schnell",
        "Yes: Apache License 2.0 (Apache-2.0) sets no restriction"
    )]
    [InlineData("may I use FLUX.1 dev to generate images that I sell", "Yes: FLUX.1 [dev] Non-Commercial License lets the outputs")]
    [InlineData(
        "licence for commercial use of songs generated by MusicGen?",
        "Creative Commons Attribution Non Commercial 4.0 (CC-BY-NC-4.0) is not"
    )]
    public void What_a_model_makes_is_told_of_where_it_is_asked_about(string question, string opening) =>
        Assert.StartsWith(opening, Ask(question).Lead, StringComparison.Ordinal);

    [Theory]
    [InlineData("can I make a video app with Wan 2.2 and sell it")]
    [InlineData("WizardCoder was trained on generated code, can I use it commercially")]
    public void What_one_makes_of_a_model_is_no_output(string question) =>
        Assert.DoesNotContain("outputs of", Ask(question).Lead, StringComparison.Ordinal);

    [Fact]
    public void What_holds_for_the_model_is_told_in_a_line_beside_its_outputs() =>
        Assert.Contains(
            "Commercial use of the model itself is not allowed: FLUX.1 [dev] Non-Commercial License excludes it.",
            Ask("can I sell images made with FLUX.1 dev").Notes
        );

    [Fact]
    public void Claim_that_was_so_once_is_told_with_its_date_and_terms()
    {
        var answer = Ask("falcon llm is under a proprietary license!! this is falcon-40b we talk about");

        Assert.StartsWith("That was so under TII Falcon LLM License 1.0 until", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("royalty", answer.Lead, StringComparison.Ordinal);
        Assert.Equal(false, answer.Proposition?.Holds);
    }

    [Fact]
    public void Licence_that_a_line_of_one_release_had_is_told_with_its_end()
    {
        var answer = Ask("ICEdit is apache 2.0 but it is based on Flux dev, pls clarify");

        Assert.StartsWith("That was so under Apache License 2.0 (Apache-2.0) until 2025-05-02", answer.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain("built on FLUX.1 [dev]: That is not so", answer.Text);
    }

    [Fact]
    public void What_a_licence_is_said_to_be_is_answered_for_it_and_not_for_a_model_beside() =>
        Assert.StartsWith(
            "No. Open Model, Data & Weights License 1.1",
            Ask("is OpenMDW 1.1 OSI approved now? nvidia uses openmdw 1.1 for nemotron").Lead,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_was_so_is_affirmed_with_its_end() =>
        Assert.StartsWith(
            "Yes. MiniMax-M2: under MIT License (MIT) until 2025-11-13",
            Ask("wasn't MiniMax-M2 MIT").Lead,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("why is phi-4 MIT and can i sell it", "No reason is given.")]
    public void That_no_reason_is_given_is_told_last(string question, string last) => Assert.Equal(last, Ask(question).Notes[^1]);

    [Fact]
    public void The_same_thing_is_told_once() =>
        Assert.Equal(
            ["Qwen2.5-VL 3B, licence", "Qwen2.5-VL 32B, licence"],
            Ask(
                "can I determine the exact license for Qwen2.5-VL 3B? heard 3b and 32b are under Qwen License, how is it that 7b is "
                    + "Apache 2.0 and the others not"
            )
                .Rows.Select(row => row.Label)
        );

    [Fact]
    public void The_licence_of_code_is_told_to_those_who_speak_of_code()
    {
        Assert.DoesNotContain("Architecture", Ask("nougat by facebook, can I include it in my business project?").Text);
        Assert.Contains("MIT License (MIT).", Ask("nougat's repo says MIT, may I sell the model?").Text);
    }
}
