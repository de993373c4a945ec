using Barometre.WebApi;

return await Verbs.RunAsync(args);
