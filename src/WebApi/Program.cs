using Barometre.WebApi.Verbs;

return await VerbTable.RunAsync(args);
