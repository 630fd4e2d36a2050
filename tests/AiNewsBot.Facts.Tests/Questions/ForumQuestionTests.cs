using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>Questions as they stand in forums: a premise first, an outdated licence, a speaker, a name that is nearly another.</summary>
public sealed class ForumQuestionTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    private static Answer Ask(string question) => Answerer.Ask(question, FactBuilder.Today);

    [Fact]
    public void A_premise_that_holds_is_not_told_again_but_what_it_means_for_use()
    {
        var answer = Ask("YOLOv8 is AGPL. Does that mean that I am free to use it if I leave the code as it is?");

        Assert.Equal(Intent.CommercialUse, answer.Intent);
        Assert.DoesNotContain("That is so", answer.Text);
        Assert.Contains("pass changed versions on", answer.Text);
    }

    [Theory]
    [InlineData("is yolov5 gpl-3.0", "GPL-3.0-only, which held until 2023-04-14")]
    [InlineData("is DINOv2 cc-by-nc", "CC-BY-NC-4.0, which held until 2023-08-31")]
    public void A_licence_that_held_once_is_denied_with_its_last_day(string question, string says) =>
        Assert.Contains(says, Ask(question).Text);

    [Fact]
    public void Who_must_no_longer_apply_for_commercial_use_is_told_until_when_it_was_so() =>
        Assert.Contains("InternLM2, before: InternLM terms for weights until 2025-01-15", Ask("can we use internlm commercially").Text);

    [Fact]
    public void A_list_says_what_its_conditions_are_on() =>
        Assert.Contains("Llama 4: under conditions (Llama 4 Community License: user cap", Ask("can i use llama commercially").Text);

    [Theory]
    [InlineData("is tinyllava free for commercial use")]
    [InlineData("licence of tinyllava?")]
    public void A_name_that_holds_another_known_one_is_no_slip(string question)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("TinyLLaVA", answer.Lead, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_says_something_of_a_model_is_not_asked_about() =>
        Assert.DoesNotContain("I don't know", Ask("LeCun tweeted that Llama 2 is GPL, can that be").Text);

    [Fact]
    public void Outputs_are_asked_of_the_model_and_not_of_its_licence() =>
        Assert.Equal(
            "qwen-image",
            Ask("Since Qwen-Image is Apache 2.0 there are no restrictions on its outputs, right?").Subjects.Single().Id
        );

    [Fact]
    public void Data_that_shall_be_opened_are_asked_for_and_not_the_model() =>
        Assert.Equal("training_data", Ask("will the grok dataset be open-sourced?").Component);

    [Fact]
    public void A_likely_other_reading_is_told_in_a_line() =>
        Assert.Matches(
            "If you meant (commercial use|restrictions): Apache License 2.0 ",
            Ask("our company has more than 20M revenue, is devstral small 2 off limits").Text
        );

    [Fact]
    public void Code_under_a_licence_of_its_own_is_told_in_an_overview() =>
        Assert.Contains("Inference code: Apache License 2.0", Ask("alphafold 3?").Text);

    [Fact]
    public void An_exemption_from_some_duties_is_an_exemption() =>
        Assert.DoesNotContain("No.", Ask("Is there an exemption for open source in the EU's AI Act?").Lead);

    [Fact]
    public void Commercial_use_of_two_is_told_of_each_in_chinese() =>
        Assert.Equal(["qwen1.5-72b", "qwen-72b"], Ask("qwen 1.5 72B以及qwen 72B分别是否可以商用").Subjects.Select(subject => subject.Id));

    [Theory]
    [InlineData("can I use a fine-tuned version of Llama 3.1 commercially", "What is built on Llama 3.1 stays bound")]
    [InlineData("can we sell a merge of qwen3 and something else", "built on Qwen3")]
    public void Derivatives_of_a_model_are_told_with_their_commercial_use(string question, string says) =>
        Assert.Contains(says, Ask(question).Text);

    [Fact]
    public void Terms_of_the_training_data_are_left_open() =>
        Assert.Contains(
            "Whether the licence of training data binds the weights is not settled",
            Ask("may I use BLOOM commercially although its training data has non-commercial parts").Text
        );

    [Theory]
    [InlineData("can orca be used commercially", "one release of Orca: Orca 2")]
    [InlineData("can every version of kolors be used commercially", "one release of Kolors: Kolors 1")]
    public void A_line_of_which_a_later_release_alone_is_known_says_which(string question, string says) =>
        Assert.Contains(says, Ask(question).Text);

    [Fact]
    public void The_first_of_a_line_needs_no_word_on_others() =>
        Assert.DoesNotContain("one release of", Ask("can kolors be used commercially").Text);

    [Theory]
    [InlineData("We have been discussing StarCoder2 all day. Is it open source, yes or no?", Intent.Openness)]
    [InlineData("my team wants to use Falcon 180B. who made it?", Intent.Maker)]
    public void Question_behind_the_sentence_that_names_the_model_is_answered(string question, Intent intent) =>
        Assert.Equal(intent, Ask(question).Intent);

    [Fact]
    public void A_greeting_in_a_clause_of_its_own_names_no_model() =>
        Assert.Equal("gemma-3-27b", Ask("long time lurker, first question: does gemma 3 27b count as open source?").Subjects.Single().Id);

    [Theory]
    [InlineData("can the deepseek r1 distill models be used commercially", "deepseek-r1")]
    [InlineData("are the weights of af3 public", "alphafold-3")]
    public void A_short_form_is_known(string question, string id) => Assert.Equal(id, Ask(question).Subjects.Single().Id);

    [Fact]
    public void Variants_on_another_base_stay_bound_by_its_licence() =>
        Assert.Contains("built on a model whose licence binds", Ask("can the deepseek r1 distill models be used commercially").Text);

    [Fact]
    public void The_licence_under_which_one_releases_what_is_ones_own_is_not_put_forward_of_the_model() =>
        Assert.DoesNotContain(
            "Apache",
            Ask("can we train our own translator on NLLB's outputs and release that under Apache 2.0?").Proposition?.Text ?? ""
        );

    [Fact]
    public void Premise_of_a_question_is_no_answer_to_it()
    {
        var answer = Ask("phi-4 is MIT so is it open source ai by the osi definition?");

        Assert.Equal(Intent.Openness, answer.Intent);
        Assert.StartsWith("Not fully: Phi-4 is open weights", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_premise_that_is_wrong_is_put_right_beside_the_answer() =>
        Assert.Contains(
            "Stable Diffusion 1.5 is for non-commercial use only: That is not so.",
            Ask("stable diffusion 1.5 is for non commercial use only, but can i show its pictures on youtube with ads?").Text
        );

    [Fact]
    public void The_licence_of_what_a_model_was_trained_on_is_not_put_forward_of_the_model() =>
        Assert.Equal("training_data", Ask("was StarCoder2 trained on GPL code?").Component);

    [Theory]
    [InlineData("qwen2.5-coder-3b isnt apache like the other coder sizes?", "qwen2.5-coder-3b")]
    [InlineData("is voxtral tts apache like the other voxtral models or NC?", "voxtral-tts")]
    public void The_others_of_a_line_are_no_second_name(string question, string id) => Assert.Equal(id, Ask(question).Subjects.Single().Id);

    [Fact]
    public void A_licence_without_a_model_has_no_components() =>
        Assert.Equal(
            Intent.Licence,
            Ask("repo is MIT licensed but the model weights are downloaded from an external source. are the weights MIT then too?").Intent
        );

    [Theory]
    [InlineData("what license are the zorvoxel weights under? readme says only the code is MIT", "I don't know zorvoxel.")]
    [InlineData("Zorvoxel's license says apache 2.0 but it is based on flux dev, commercial ok?", "I don't know Zorvoxel.")]
    [InlineData("Zorvoxel-4B is MIT but built on Qwen2.5-3B which is research only. can i use it commercially?", "Qwen2.5-3B")]
    [InlineData("zorvoxel has the llama 2 license, ok inside a commercial system?", "700 million")]
    [InlineData("Zorvoxel is the first open source veo 3 and sora 2 alternative, true?", "Sora 2")]
    public void Known_name_beside_an_unknown_one_is_told_of(string question, string says)
    {
        var answer = Ask(question);

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains(says, answer.Text);
    }

    [Fact]
    public void A_size_that_is_not_known_by_itself_is_told_with_the_model_that_is()
    {
        var answer = Ask("can i use BLOOM 55B commercially?");

        Assert.Equal(AnswerStatus.UnknownSubject, answer.Status);
        Assert.Contains("I don't know BLOOM 55B. On BLOOM", answer.Text);
    }

    [Fact]
    public void Demands_of_the_definition_are_told_of_an_unknown_model() =>
        Assert.Contains("data information", Ask("zorvoxel wont release its training data, so it isn't really open source?").Text);

    [Fact]
    public void Short_forms_of_latin_words_are_no_names() =>
        Assert.DoesNotContain("e.g", Ask("if the weights are cc by-nc 4.0, what about the output? e.g. audio on youtube").Text);

    [Fact]
    public void A_licence_that_is_not_approved_is_not_open_source() =>
        Assert.StartsWith("No:", Ask("can weights under CC-BY-NC count as open source?").Text, StringComparison.Ordinal);

    [Fact]
    public void Where_it_is_asked_what_is_to_come_it_is_told_that_no_promise_is_known() =>
        Assert.Contains("no promise about Wan 2.5", Ask("is WAN 2.5 going to be open source? any plan to release the weights").Text);

    [Fact]
    public void The_licence_of_the_checkpoints_is_that_of_the_weights() =>
        Assert.Equal(Intent.Licence, Ask("whats the license of the whisper checkpoints").Intent);

    [Fact]
    public void Variants_of_which_nothing_is_known_are_not_told_to_be_closed() =>
        Assert.DoesNotContain("No weights of these are public", Ask("phi-4 licence").Text);

    [Fact]
    public void Of_several_components_that_is_meant_which_is_in_what_is_asked() =>
        Assert.Equal(
            Components.Weights,
            Answerer
                .Read(
                    "segment anything code is apache but its dataset is research only, which licence are the weights under?",
                    FactBuilder.Today
                )
                .Component
        );

    [Fact]
    public void Words_of_the_language_here_and_there_are_no_name() =>
        Assert.DoesNotContain(
            "I don't know",
            Ask("they changed the commercial terms 2 weeks ago. if i already got it under the old license does the new one hit me?").Text
        );

    [Fact]
    public void Outputs_under_permissive_licences_are_told_alike_of_one_and_of_several() =>
        Assert.Contains("no term on outputs is known", Ask("may i sell what qwen-image makes").Text);

    // "Hi," greets no model that the sentence is about.
    [Theory]
    [InlineData("hi, WizardLM-2-8x22B was deleted by microsoft, is the apache license still valid for the copies people reuploaded?")]
    [InlineData("the repo of starling was deleted, may I go on using my copy?")]
    public void General_rule_is_told_beside_a_model(string question) => Assert.Equal("withdrawn-models", Ask(question).Subjects[0].Id);

    [Fact]
    public void The_maker_of_a_model_that_is_named_is_not_asked_about() =>
        Assert.DoesNotContain("PaliGemma", Ask("gemma 2 finetune, can i put it out under MIT? google doesnt own my finetune").Text);

    [Fact]
    public void A_word_that_misses_a_letter_is_no_name_with_two_slips() =>
        Assert.DoesNotContain("InternLM", Ask("may we use Llama 3.1 internaly without showing Built with Llama").Text);

    [Fact]
    public void A_name_written_as_a_repository_is_one_though_it_says_something() =>
        Assert.StartsWith(
            "I don't know L3-8B-Stheno-v3.2.",
            Ask("L3-8B-Stheno-v3.2 says cc-by-nc but its a llama 3 finetune, can he even do that?").Lead,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_licence_of_the_weights_is_told_beside_that_of_the_code() =>
        Assert.Contains("its weights are under Creative Commons Attribution Non Commercial", Ask("MusicGen repo is MIT, right?").Text);

    [Fact]
    public void Of_several_of_a_name_the_base_is_the_one_of_the_size_that_is_named() =>
        Assert.Contains(
            "Mistral Small 2409",
            Ask("cydonia 22b by thedrummer, base is mistral small and mistral small is apache so im fine?").Lead
        );

    [Fact]
    public void Question_about_one_version_is_answered_for_the_next() =>
        Assert.Equal(2, Ask("Llama 3 prohibits using outputs to train other models, right? Does that still apply to 3.1?").Rows.Length);
}
