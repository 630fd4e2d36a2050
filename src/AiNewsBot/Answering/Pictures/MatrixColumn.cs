using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>What is compared.</summary>
/// <param name="Name">A release, family or maker.</param>
/// <param name="Verdict">How open it is.</param>
/// <param name="Terms">Its licence; how many releases and, in a second line, licences, where there are several; empty where none is
/// known.</param>
/// <param name="Releases">How many releases it has.</param>
internal sealed record MatrixColumn(string Name, VerdictKind Verdict, string Terms, int Releases);
