using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Tests.Linking;

/// <summary>A few families with names of all sorts, and how links to them are written in the tests.</summary>
internal static class KnownNames
{
    public static FactBase Facts { get; } =
        YamlFacts.Create(
            """
            organizations:
              - {id: meta, name: Meta, aliases: [Facebook AI]}
              - {id: mistral-ai, name: Mistral AI}
              - {id: xai, name: xAI}
              - {id: deepseek-ai, name: DeepSeek AI}
              - {id: moonshot, name: Moonshot AI}
              - {id: bfl, name: Black Forest Labs}
              - {id: amazon, name: Amazon}
            licences:
              - {id: Apache-2.0, name: Apache License 2.0, aliases: [Apache 2.0, Apache]}
              - {id: LicenseRef-Llama, name: Llama Community License}
            software:
              - {id: ollama, name: Ollama, kind: runtime}
            topics:
              - {id: copyleft, name: Copyleft, kind: definition, aliases: [share alike], says: [{is: Text., source: maker}]}
            family: {id: llama, name: Llama, organization: meta}
            releases:
              - {id: llama-2, name: Llama 2, size: [7B, 13B, 70B], announced: {on: 2023-07-18, source: maker}}
              - id: llama-3.1
                name: Llama 3.1
                size: [8B, 70B, 405B]
                announced: {on: 2024-07-23, source: maker}
                variants: [{id: llama-3.1-405b, name: Llama 3.1 405B, size: 405B}]
              - {id: llama-3, name: Llama 3, size: [8B, 70B], announced: {on: 2024-04-18, source: maker}}
              - {id: code-llama, name: Code Llama, modality: code, announced: {on: 2023-08-24, source: maker}}
            """,
            """
            family: {id: mistral, name: Mistral, organization: mistral-ai}
            releases:
              - {id: mistral-7b, name: Mistral 7B, size: 7B}
              - {id: mistral-small, name: Mistral Small, aliases: [Mistral Small 3]}
              - {id: mistral-large, name: Mistral Large}
              - {id: mistral-large-2, name: Mistral Large 2}
            """,
            """
            family: {id: grok, name: Grok, organization: xai}
            releases:
              - {id: grok-1, name: Grok-1, announced: {on: 2023-11-04, source: maker}}
              - {id: grok-2, name: Grok-2, announced: {on: 2024-08-13, source: maker}}
              - {id: grok-3, name: Grok-3, announced: {on: 2025-02-17, source: maker}}
            """,
            """
            family: {id: deepseek, name: DeepSeek, organization: deepseek-ai}
            releases:
              - {id: deepseek-v2, name: DeepSeek-V2}
              - {id: deepseek-v3, name: DeepSeek-V3}
              - {id: deepseek-r1, name: DeepSeek-R1}
            """,
            """
            family: {id: kimi, name: Kimi, organization: moonshot}
            releases:
              - {id: kimi-k2, name: Kimi K2}
              - {id: kimi-k2.5, name: Kimi K2.5}
            """,
            """
            family: {id: flux, name: FLUX, aliases: [FLUX.2], organization: bfl}
            releases:
              - {id: flux.1-dev, name: "FLUX.1 [dev]", aliases: [FLUX dev], modality: image}
              - {id: flux.1-schnell, name: "FLUX.1 [schnell]", aliases: [FLUX schnell], modality: image}
              - {id: flux.1-pro, name: "FLUX.1 [pro]", modality: image}
              - {id: flux.2-klein-9b, name: FLUX.2 klein 9B, modality: image}
              - {id: flux.2-klein-4b, name: FLUX.2 klein 4B, modality: image}
            """,
            """
            family: {id: titan, name: Amazon Titan, organization: amazon}
            releases:
              - {id: titan-2, name: Titan 2}
            """,
            """
            family: {id: command, name: Command, organization: xai}
            releases:
              - {id: command-r, name: Command R}
              - {id: command-r-plus, name: Command R+}
            """,
            """
            family: {id: qwen, name: Qwen, organization: xai}
            releases:
              - id: qwen2.5-coder
                name: Qwen2.5-Coder
                size: [3B, 7B]
                variants: [{id: qwen2.5-coder-3b, name: Qwen2.5-Coder 3B, size: 3B}]
              - {id: qwen-vl-preview, name: Qwen-VL Preview}
            """,
            """
            family: {id: cogvideox, name: CogVideoX, organization: xai}
            releases:
              - {id: cogvideox-5b, name: CogVideoX-5B, size: 5B}
              - {id: cogvideox-2b, name: CogVideoX-2B, size: 2B}
            """,
            """
            family: {id: glm, name: GLM, organization: xai}
            releases:
              - {id: glm-5.2, name: GLM-5.2}
              - {id: glm-5.3, name: GLM-5.3}
            """,
            """
            family: {id: baichuan, name: Baichuan, organization: xai}
            releases:
              - {id: baichuan-2, name: Baichuan 2, size: [7B, 13B]}
            """,
            """
            family: {id: whisper, name: Whisper, organization: xai}
            releases:
              - {id: whisper-all, name: Whisper (all sizes), modality: audio}
            """,
            """
            family: {id: gpt, name: GPT, organization: xai}
            releases:
              - {id: gpt-4, name: GPT-4}
            """,
            """
            family: {id: mai, name: MAI, organization: amazon}
            """
        );

    public static NameIndex Index { get; } = NameIndex.Create(Facts);

    public static EntityLinker Linker { get; } = YamlFacts.Linker(Facts);

    /// <summary>
    /// The links of a text: ids, several with bars between them where it cannot be told which is meant, a wave before a typo, and an
    /// unknown version behind an exclamation mark.
    /// </summary>
    public static string Link(string text) => Write(Linker.Link(Tokenizer.Split(text)));

    public static string Write(IEnumerable<EntityLink> links) =>
        string.Join(
            ' ',
            links.Select(link =>
                (link.IsTypo ? "~" : "")
                + string.Join('|', link.Candidates.Select(view => view.Id))
                + (link.Version is { } version ? $"!{version}" : "")
            )
        );
}
